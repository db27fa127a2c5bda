"""Open the next generation of the 67: asked, shown what it ends, and only then done."""

from django.utils.translation import gettext_lazy as _

from committees.actions.generations import Names, open_generation, refuse_opening
from committees.queries.turnover import Turnover
from portal.kernel.errors import RuleBroken
from portal.kernel.kept_text import KeptText
from portal.kernel.thai_fields import ThaiDateField

from .bodies import NameForm
from .fields import OrderField


class NewGenerationForm(NameForm):
    starts_on = ThaiDateField(
        label=_("เริ่มวันที่"), help_text=_("วันแรกของชุดใหม่ ชุดก่อนจะสิ้นสุดในวันก่อนหน้านั้น")
    )
    order = OrderField(help_text=_("คำสั่งที่แต่งตั้งชุดใหม่ และทำให้ชุดก่อนพ้นจากตำแหน่ง"))

    field_order = ["starts_on", "order", "name", "short_name", "name_en"]

    def __init__(self, data=None, *, previous, here, initial, by):
        facts = ("name", "name_en")
        said = {name: getattr(previous, name) for name in facts} if previous else {}
        super().__init__(data, initial={**said, **initial})
        self.fields["short_name"].help_text = _("เช่น คณะ 67 ชุดปี 2570")
        self.fields["order"].link_to_new(here)
        self.fields["order"].required = previous is not None
        self.previous, self.by = previous, by

    def previewed(self) -> bool:
        """Valid, and nothing stands in the way: what it would end may be shown."""
        if isinstance(self.data, KeptText) or not self.is_valid():
            return False
        try:
            refuse_opening(self.turnover)
        except RuleBroken as refusal:
            self.add_error(None, refusal)
            return False
        return True

    @property
    def turnover(self) -> Turnover | None:
        return self.previous and Turnover(self.previous, self.cleaned_data["starts_on"])

    def save(self):
        given = dict(self.cleaned_data)
        starts_on, order = given.pop("starts_on"), given.pop("order")
        self.generation = open_generation(
            self.previous, starts_on=starts_on, names=Names(**given), order=order, by=self.by
        )
