"""The blocks of a record as they are typed: each one form, with the version it was read with."""

from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.actions.writing import (
    add_remark,
    keep_discussion,
    put_resolution,
    raise_item,
    remove_assignment,
    remove_remark,
    remove_resolution,
    rewrite_remark,
    rewrite_resolution,
)
from meetings.models import AgendaItem, Meeting
from portal.kernel.forms import ActionForm
from portal.kernel.http import read_pk
from portal.kernel.models import Once
from portal.kernel.thai import day_of
from portal.kernel.thai_fields import ThaiTimeField

from .session import days_of, moment_at
from .versioned import BlockForm

LONGEST = 20_000


def text_field(**given):
    return forms.CharField(max_length=LONGEST, widget=forms.Textarea({"rows": 3}), **given)


class NewForm(ActionForm):
    """Something new for ``item``. Its token makes it once, however often it is sent; the version
    is that of what it made when it saved itself meanwhile."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    is_stale = False  # what it made meanwhile is its own: no text to set beside it

    def __init__(self, data=None, *, kind, item, by):
        first = {"token": uuid4(), "version": 0}
        super().__init__(data, initial=first, auto_id=f"new-{kind._meta.model_name}-%s")
        self.kind, self.item, self.by = kind, item, by


def made_by(data, rows):
    """The key of what the form with this token made before, if it did."""
    try:
        token = forms.UUIDField().clean(data.get("token"))
    except forms.ValidationError:
        return None
    once = Once.objects.filter(token=token).first()
    key = read_pk(once.result) if once else None
    return key if key and rows.filter(pk=key).exists() else None


# -- สรุปการอภิปราย, ข้อคิดเห็น, ข้อเสนอ ----------------------------------------------------


class DiscussionForm(BlockForm):
    discussion = text_field(label=gettext_lazy("สรุปการอภิปราย"), required=False)
    words = "discussion"

    def __init__(self, data=None, *, row, by):
        super().__init__(data, row=row, initial={"discussion": row.discussion}, by=by)

    def save(self):
        given = self.cleaned_data
        keep_discussion(self.row, given["discussion"], version=given["version"], by=self.by)


class RemarkForm(BlockForm):
    text = text_field(label=gettext_lazy("ข้อความ"))

    def __init__(self, data=None, *, row, by):
        super().__init__(data, row=row, initial={"text": row.text}, by=by)

    def save(self):
        given = self.cleaned_data
        rewrite_remark(self.row, given["text"], version=given["version"], by=self.by)


class NewRemarkForm(NewForm):
    text = text_field(label=gettext_lazy("ข้อความ"))

    def save(self):
        given = self.cleaned_data
        self.row = add_remark(self.kind, self.item, given["text"], token=given["token"], by=self.by)


# -- มติ ---------------------------------------------------------------------------------


class MomentFields(forms.Form):
    """When a resolution was put: an hour, and of several days which."""

    text = text_field(label=gettext_lazy("มติ"))
    day = forms.ChoiceField(label=gettext_lazy("วันที่ลงมติ"), required=False)
    clock = ThaiTimeField(label=gettext_lazy("ลงมติเวลา"), required=False)

    def offer_days(self, meeting):
        days = days_of(meeting)
        self.fields["day"].choices = days
        if len(days) == 1:
            del self.fields["day"]

    def moment(self, meeting):
        """As it is written; nothing without an hour."""
        given = self.cleaned_data
        if given["clock"] is None:
            return None
        return moment_at(given.get("day") or meeting.starts_on.isoformat(), given["clock"])


class ResolutionForm(MomentFields, BlockForm):
    def __init__(self, data=None, *, row, by):
        told = {"text": row.text, **put_at(row.decided_at)}
        super().__init__(data, row=row, initial=told, by=by)
        self.offer_days(row.meeting)

    def save(self):
        given, before = self.cleaned_data, self.row.decided_at
        at = self.moment(self.row.meeting)
        if at and before and at == before.replace(second=0, microsecond=0):
            at = before  # the hour shown has no seconds, the moment it was put has
        rewrite_resolution(self.row, given["text"], at=at, version=given["version"], by=self.by)


class NewResolutionForm(MomentFields, NewForm):
    def __init__(self, data=None, *, kind, item, by):
        super().__init__(data, kind=kind, item=item, by=by)
        self.offer_days(item.meeting)
        if item.meeting.state == Meeting.State.IN_SESSION:
            self.fields["clock"].help_text = _("เว้นว่างไว้ จะเป็นเวลาที่กดบันทึกมติ")
        if "day" in self.fields:
            today = timezone.localdate().isoformat()
            days = [day for day, _words in self.fields["day"].choices]
            self.initial["day"] = today if today in days else days[0]

    def save(self):
        given = self.cleaned_data
        self.row = put_resolution(
            self.item, given["text"], at=self.moment(self.item.meeting),
            token=given["token"], by=self.by,
        )  # fmt: skip


def put_at(moment):
    """A moment as the fields show it."""
    if moment is None:
        return {}
    local = timezone.localtime(moment)
    return {"day": day_of(moment).isoformat(), "clock": local.time()}


# -- Taken off, raised ---------------------------------------------------------------------


class RemovalForm(BlockForm):
    """Nothing but which version was read; ``remove`` is the action."""

    def __init__(self, data=None, *, row, remove, by):
        super().__init__(data, row=row, initial={}, by=by)
        self.remove = remove

    def save(self):
        self.remove(self.row, version=self.cleaned_data["version"], by=self.by)


REMOVALS = {
    "remark": remove_remark,
    "resolution": remove_resolution,
    "assignment": remove_assignment,
}


class ItemForm(ActionForm):
    section = forms.TypedChoiceField(
        label=gettext_lazy("อยู่ในระเบียบวาระที่"),
        coerce=int,
        choices=[(one.value, f"{one.value} {one.label}") for one in AgendaItem.Section],
        initial=AgendaItem.Section.OTHER,
    )
    title = forms.CharField(label=gettext_lazy("เรื่อง"), max_length=200)
    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, meeting, by):
        super().__init__(data, initial={"token": uuid4()})
        self.meeting, self.by = meeting, by

    def save(self):
        self.item = raise_item(self.meeting, **self.cleaned_data, by=self.by)
