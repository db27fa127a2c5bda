"""Shapes of requests about posts; each ``save()`` is one call to an action."""

from django.utils.translation import gettext_lazy as _

from committees.actions.posts import appoint_to, end_post, replace_holder
from committees.forms.choosing import SuitablePersonField
from committees.forms.fields import OrderField
from committees.queries.posts import eligible
from committees.roles import OF_THE_67
from portal.kernel.forms import ActionForm
from portal.kernel.thai_fields import ThaiDateField


class PostForm(ActionForm):
    """Who comes into a post that is free on these days."""

    person = SuitablePersonField()
    starts_on = ThaiDateField(label=_("ตั้งแต่วันที่"), help_text=_("เช่น 1/7/2569"))
    ends_on = ThaiDateField(
        label=_("ถึงวันที่"), required=False, help_text=_("วันสุดท้าย ถ้ายังไม่กำหนด ปล่อยว่างไว้")
    )
    order = OrderField(required=False)

    def __init__(self, data=None, *, role, place, on, by, here, initial):
        super().__init__(data, initial={"starts_on": on, **initial})
        self.role, self.place, self.by = role, place, by
        person = self.fields["person"]
        person.offer(eligible(role, place, on=on), sent=self["person"].value(), on=on)
        demand_order(self.fields["order"], role)
        self.fields["order"].link_to_new(here)
        if role not in OF_THE_67:
            person.link_to_new(here)

    def save(self):
        appoint_to(self.role, self.place, by=self.by, **self.cleaned_data)


class SuccessorForm(PostForm):
    """Who comes next; who is in the post now leaves the day before."""

    def __init__(self, data=None, *, post, **about):
        super().__init__(data, role=post.role, place=post.place, **about)
        self.post = post

    def save(self):
        replace_holder(self.post, by=self.by, **self.cleaned_data)


class PostEndForm(ActionForm):
    ends_on = ThaiDateField(label=_("ทำหน้าที่ถึงวันที่"), help_text=_("วันสุดท้ายในหน้าที่ เช่น 30/6/2569"))
    order = OrderField(required=False)

    def __init__(self, data=None, *, post, on, by, here, initial):
        super().__init__(data, initial={"ends_on": on, **initial})
        self.post, self.by = post, by
        demand_order(self.fields["order"], post.role)
        self.fields["order"].link_to_new(here)

    def save(self):
        end_post(self.post, by=self.by, **self.cleaned_data)


def demand_order(field, role):
    """Whom the 67 send to speak for a region comes and goes by an order."""
    field.required = role in OF_THE_67
    text = _("ประธานร่วมและผู้ประสานงานภาคแต่งตั้งและพ้นโดยคำสั่งเท่านั้น โปรดเลือกคำสั่ง")
    field.error_messages["required"] = text
