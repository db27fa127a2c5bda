"""สิ่งที่ขอให้หนุนเสริม: what a region asks of the centre, row by row inside its report."""

import re
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel import thai
from portal.kernel.templatetags.portal_ui import state
from portal.kernel.thai_fields import ThaiDateField
from regions.actions.asking import Asked, keep_requests
from regions.models import SupportRequest
from regions.parts import lacking
from regions.request_words import kinds
from regions.sections import TEXT_LIMIT
from regions.templatetags.regions_ui import request_standing

from .beside import BesideForm
from .line import Line
from .typed import TypedField

MOST = 10  # of one report: who asks for more asks for nothing
MORE = 2  # rows that a paper or a workbook offers beside the next free one
TYPED = re.compile(r"request-(\d{1,2})-(?:kind|text|needed_by)")


@dataclass(frozen=True)
class Row:
    """One place in the list; a request, or room for one. Its place names its boxes, so that what
    was saved quietly is not saved again beside itself."""

    position: int
    request: SupportRequest | None = None

    @property
    def is_numbered(self):
        return bool(self.request and self.request.number)

    def name(self, what):
        return f"request-{self.position}-{what}"


class RequestsForm(BesideForm):
    """Every request that may still change, and room for one more."""

    template = "regions/_requests_form.html"
    questions = "regions/_line_boxes.html"

    def __init__(self, data=None, *, shown, auto_id):
        super().__init__(data, shown=shown, auto_id=auto_id)
        self.report, self.today = shown["report"], shown["today"]
        self.settled = [one for one in shown["requests"] if is_settled(one)]
        self.rows = rows_of(data or {}, shown["requests"])
        for row in self.rows:
            self._ask(row)

    def _ask(self, row):
        kept = row.request or SupportRequest()
        self.fields[row.name("kind")] = forms.ChoiceField(
            label=gettext_lazy("เรื่อง"),
            choices=[("", gettext_lazy("เลือกเรื่อง")), *kinds()],
            required=False,
            initial=kept.kind,
        )
        self.fields[row.name("text")] = TypedField(
            label=gettext_lazy("ขออะไร เพื่อใช้ที่ไหน"),
            help_text=gettext_lazy("บอกด้วยว่าเพราะอะไร และจากใครถ้ารู้"),
            required=False,
            max_length=TEXT_LIMIT,
            widget=forms.Textarea(attrs={"rows": 3}),
            initial=kept.text,
        )
        self.fields[row.name("needed_by")] = ThaiDateField(
            label=gettext_lazy("ต้องการภายใน"),
            help_text=gettext_lazy("เช่น 1/9/2569"),
            required=False,
            initial=kept.needed_by,
        )
        if row.is_numbered:
            self.fields[row.name("withdrawn")] = forms.BooleanField(
                label=gettext_lazy("ถอนคำขอนี้ ไม่ต้องการแล้ว"),
                required=False,
                initial=bool(kept.withdrawn_at),
            )

    @property
    def asked(self):
        """(row, kind, text, needed by, withdrawn or None)."""
        return [(row, *(self._box(row, what) for what in BOXES)) for row in self.rows]

    def line_of(self, row, kind, text, *rest):
        lacks = [box for box in (kind, text) if not box.value()]
        return Line(
            key=f"request-{row.position}",
            title=title_of(row),
            about=dict(kinds()).get(kind.value() or "", ""),
            state=state_of(row, lacks, self.today),
            boxes=tuple(filter(None, (kind, text, *rest))),
            is_told=not lacks,
            is_half_told=len(lacks) == 1,
            thing=row,
        )

    def called(self, row):
        return label_of(row)

    def more_room(self):
        """For a few more at once, where no page can offer one after the other."""
        free = max((row.position for row in self.rows), default=MOST)
        return [Row(place).name("text") for place in range(free, min(free + MORE, MOST + 1))]

    @property
    def may_ask_more(self):
        return len(self.rows) + len(self.settled) <= MOST

    def _box(self, row, what):
        return self[row.name(what)] if row.name(what) in self.fields else None

    def clean(self):
        """A request with a number keeps its words; who wants it no more withdraws it."""
        cleaned = super().clean()
        for row in self.rows:
            for what in ("kind", "text") if row.is_numbered else ():
                if row.name(what) in cleaned and not cleaned[row.name(what)]:
                    told = {"request": row.request}
                    text = _("คำขอที่ %(request)s มีเลขแล้ว ถ้าไม่ต้องการแล้วให้เลือก “ถอนคำขอนี้”")
                    self.add_error(row.name(what), text % told)
        return cleaned

    def keep(self, *, by):
        keep_requests(self.report, self._asked(), by=by)

    def says_already(self):
        """What was sent is what stands: as the database has it, not as this page read it."""
        kept = {one.position: as_kept(one) for one in self.report.requests.all()}
        return all(kept.get(at, Asked()) == asked for at, asked in self._asked().items())

    def _asked(self):
        return {row.position: self._asked_in(row) for row in self.rows}

    def _asked_in(self, row):
        kind, text, needed_by, withdrawn = (self.cleaned_data.get(row.name(what)) for what in BOXES)
        return Asked(kind or "", text or "", needed_by, bool(withdrawn))

    def differences(self):
        return [(label_of(row), self._typed(row), in_words(row.request)) for row in self.rows]

    def _typed(self, row):
        kind, text, needed_by = (self.data.get(row.name(what), "") for what in BOXES[:3])
        withdrawn = row.name("withdrawn") in self.data
        return joined(dict(kinds()).get(kind, kind), text, needed_by, withdrawn)


BOXES = ("kind", "text", "needed_by", "withdrawn")


def rows_of(data, requests):
    """The requests that may still change, places that were typed in, and the next free one."""
    by_place = {one.position: one for one in requests}
    settled = {one.position for one in requests if is_settled(one)}
    typed = {int(found[1]) for found in map(TYPED.fullmatch, data) if found}
    typed = {place for place in typed if 1 <= place <= MOST}
    free = max({0, *by_place, *typed}) + 1
    places = sorted((typed | by_place.keys() | {free}) - settled)
    return [Row(place, by_place.get(place)) for place in places if place <= MOST]


def is_settled(request):
    """What was answered, or closed, stays as it was asked."""
    return bool(request.told or request.closed_at)


def as_kept(request):
    withdrawn = bool(request.withdrawn_at)
    return Asked(request.kind, request.text, request.needed_by, withdrawn)


def label_of(row):
    if row.is_numbered:
        return _("คำขอที่ %(request)s") % {"request": row.request}
    return _("คำขอในแถวที่ %(n)s") % {"n": row.position}


def title_of(row):
    if row.is_numbered:
        return label_of(row)
    if row.request:
        return _("คำขอข้อ %(n)s") % {"n": row.position}
    return _("คำขอใหม่")


def state_of(row, lacks, today):
    if row.is_numbered:
        return request_standing(row.request, today)
    if len(lacks) == 1:
        return state("draft", lacking(1))
    return "" if lacks else state("draft", _("ยังไม่ส่ง"))


def in_words(request):
    if request is None:
        return ""
    day = request.needed_by and thai.slashed_date(request.needed_by)
    kind = dict(kinds()).get(request.kind, request.kind)
    return joined(kind, request.text, day or "", bool(request.withdrawn_at))


def joined(kind, text, needed_by, withdrawn):
    told = [str(kind), thai.normalise(text), thai.normalise(needed_by)]
    if withdrawn:
        told.append(_("ถอนคำขอนี้ ไม่ต้องการแล้ว"))
    return "\n".join(filter(None, told))
