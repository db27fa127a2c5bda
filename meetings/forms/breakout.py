"""Breakout groups: how many, who sits where, what each wrote, and the synthesis."""

from datetime import date

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from committees.forms.fields import PersonField
from meetings.actions.breakout import (
    Point,
    Sheet,
    add_bullets,
    arrange_group,
    merge,
    open_topic,
    part_into_groups,
    remove_bullet,
    remove_point,
    rename_topic,
    rewrite_bullet,
    rewrite_point,
    set_group_count,
)
from meetings.actions.breakout.groups import MOST_GROUPS
from meetings.models import GroupPoint, ResultPoint
from meetings.queries.breakout import people_for_groups
from portal.kernel.forms import ActionForm
from portal.kernel.thai_fields import WholeNumberField

from .lines import LONGEST_LINE, LinesField
from .session import days_of
from .versioned import BlockForm

TEXT = {"max_length": LONGEST_LINE, "widget": forms.Textarea({"rows": 3})}


def how_many_groups():
    return WholeNumberField(label=gettext_lazy("จำนวนกลุ่ม"), min_value=1, max_value=MOST_GROUPS)


class PartingForm(ActionForm):
    """A meeting parts into groups that its programme did not name."""

    title = forms.CharField(label=gettext_lazy("ชื่อช่วง"), max_length=200)
    day = forms.ChoiceField(label=gettext_lazy("วันที่"))
    part_of_day = forms.CharField(
        label=gettext_lazy("ช่วงเวลา"), max_length=40, required=False,
        help_text=gettext_lazy("เช่น บ่าย หรือ 13.30 น."),
    )  # fmt: skip
    count = how_many_groups()

    def __init__(self, data=None, *, meeting, by):
        super().__init__(data, initial={"title": _("แบ่งกลุ่มย่อย"), "count": 3})
        self.meeting, self.by = meeting, by
        self.fields["day"].choices = days_of(meeting)
        if not meeting.is_several_days:
            del self.fields["day"]

    def save(self):
        given = self.cleaned_data
        day = given.pop("day", None)
        on = date.fromisoformat(day) if day else self.meeting.starts_on
        part_into_groups(self.meeting, on=on, by=self.by, **given)


class GroupCountForm(ActionForm):
    count = how_many_groups()

    def __init__(self, data=None, *, sitting, by):
        super().__init__(data, initial={"count": sitting.group_count or 3})
        self.sitting, self.by = sitting, by

    def save(self):
        set_group_count(self.sitting, self.cleaned_data["count"], by=self.by)


class GroupForm(ActionForm):
    topic = forms.CharField(label=gettext_lazy("หัวข้อของกลุ่ม"), max_length=200, required=False)
    note_taker = PersonField(
        label=gettext_lazy("ผู้จดของกลุ่ม"),
        required=False,
        empty_label=gettext_lazy("ยังไม่กำหนด"),
        help_text=gettext_lazy("ผู้จดพิมพ์ผลของกลุ่มนี้ได้เองจากโทรศัพท์"),
    )
    people = forms.ModelMultipleChoiceField(
        None,
        label=gettext_lazy("สมาชิกกลุ่ม"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    names = LinesField(
        label=gettext_lazy("ผู้อื่นในกลุ่ม"),
        longest=200,
        required=False,
        help_text=gettext_lazy("บรรทัดละหนึ่งชื่อ"),
    )

    def __init__(self, data=None, *, group, by):
        members = list(group.members.all())
        super().__init__(
            data,
            initial={
                "topic": group.topic,
                "note_taker": group.note_taker_id,
                "people": [member.person_id for member in members if member.person_id],
                "names": "\n".join(member.name for member in members if member.name),
            },
        )
        self.group, self.by = group, by
        people = people_for_groups(group.sitting.meeting)
        self.fields["people"].queryset = self.fields["note_taker"].queryset = people

    def save(self):
        arrange_group(self.group, Sheet(**self.cleaned_data), by=self.by)


class TopicForm(ActionForm):
    """A table that every group fills."""

    item = forms.ModelChoiceField(
        None, label=pgettext_lazy("agenda", "อยู่ในวาระ"), empty_label=gettext_lazy("เลือกวาระ")
    )
    title = forms.CharField(label=gettext_lazy("เรื่องที่แบ่งกลุ่มคุย"), max_length=200)
    columns = LinesField(
        label=gettext_lazy("หัวข้อของตาราง"),
        longest=80,
        required=False,
        help_text=gettext_lazy(
            "บรรทัดละหนึ่งหัวข้อ เช่น บทบาทเชิงนโยบาย และ บทบาทเชิงพื้นที่ เว้นว่างไว้จะเป็นรายการเดียว"
        ),
    )

    def __init__(self, data=None, *, sitting, by, topic=None):
        told = {"title": topic.title, "columns": "\n".join(topic.columns)} if topic else {}
        super().__init__(data, initial=told)
        self.sitting, self.topic, self.by = sitting, topic, by
        if topic:
            del self.fields["item"]
        else:
            self.fields["item"].queryset = sitting.meeting.items.all()

    def save(self):
        given = self.cleaned_data
        if self.topic:
            return rename_topic(self.topic, by=self.by, **given)
        return open_topic(given.pop("item"), self.sitting, by=self.by, **given)


class BulletsForm(ActionForm):
    """What a group adds to one column; the lines of a box are bullets."""

    lines = LinesField(label=gettext_lazy("เพิ่มข้อ"), help_text=gettext_lazy("บรรทัดละหนึ่งข้อ"))

    def __init__(self, data, group, topic, column, *, by):
        self.anchor = f"table-{topic.pk}-{(topic.columns or ['']).index(column)}"
        super().__init__(data, auto_id=f"{self.anchor}-%s")
        self.group, self.topic, self.column, self.by = group, topic, column, by

    @staticmethod
    def cell(topic, column):
        """What names the box that was sent."""
        return f"{topic.pk}:{column}"

    @property
    def own_cell(self):
        return self.cell(self.topic, self.column)

    def save(self):
        lines = self.cleaned_data["lines"]
        add_bullets(self.group, self.topic, self.column, lines, by=self.by)


class BulletForm(BlockForm):
    text = forms.CharField(label=gettext_lazy("ข้อความ"), **TEXT)

    def __init__(self, data=None, *, row, by):
        super().__init__(data, row=row, initial={"text": row.text}, by=by)

    def save(self):
        given = self.cleaned_data
        rewrite_bullet(self.row, given["text"], version=given["version"], by=self.by)


class BulletRemovalForm(ActionForm):
    def __init__(self, data=None, *, row, by):
        super().__init__(data)
        self.row, self.by = row, by

    def save(self):
        remove_bullet(self.row, by=self.by)


class PointFields(forms.Form):
    heading = forms.CharField(label=gettext_lazy("หัวข้อย่อย"), max_length=120, required=False)
    text = forms.CharField(label=gettext_lazy("ข้อสังเคราะห์"), **TEXT)
    column = forms.ChoiceField(label=gettext_lazy("อยู่ใต้หัวข้อ"), required=False)

    def offer_columns(self, topic):
        if topic.columns:
            self.fields["column"].choices = [(name, name) for name in topic.columns]
        else:
            del self.fields["column"]

    def point(self):
        given = self.cleaned_data
        return Point(given["text"], given["heading"], given.get("column", ""))


class MergeForm(PointFields, ActionForm):
    """Bullets ticked become one point, or go into one that stands already."""

    bullets = forms.ModelMultipleChoiceField(
        None, label=gettext_lazy("ข้อจากกลุ่ม"), widget=forms.CheckboxSelectMultiple
    )
    into = forms.ModelChoiceField(
        None,
        label=gettext_lazy("รวมเข้ากับ"),
        required=False,
        empty_label=gettext_lazy("เป็นข้อใหม่"),
    )

    def __init__(self, data=None, *, topic, by):
        super().__init__(data)
        self.topic, self.by = topic, by
        self.offer_columns(topic)
        self.fields["text"].required = False
        self.fields["text"].help_text = _("เว้นว่างไว้ จะใช้ข้อความของข้อแรกที่เลือก")
        self.fields["bullets"].queryset = GroupPoint.objects.filter(result=topic)
        self.fields["into"].queryset = ResultPoint.objects.filter(result=topic, parent=None)
        self.fields["into"].label_from_instance = lambda row: str(row)[:80]

    @property
    def ticked(self):
        """The keys that were ticked, for a page that asks again."""
        sent = self.data.getlist("bullets") if self.is_bound else []
        return {int(key) for key in sent if key.isdecimal()}

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("into") and not cleaned.get("text") and cleaned.get("bullets"):
            cleaned["text"] = cleaned["bullets"][0].text
        return cleaned

    def save(self):
        given = self.cleaned_data
        into = given["into"]
        point = None if into else self.point()
        merge(self.topic, list(given["bullets"]), point=point, into=into, by=self.by)


class PointForm(PointFields, BlockForm):
    leave_out = forms.ModelMultipleChoiceField(
        None,
        label=gettext_lazy("นำออกจากข้อนี้"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("ข้อที่นำออกกลับไปรอการรวม"),
    )

    def __init__(self, data=None, *, row, by):
        told = {name: getattr(row, name) for name in ("heading", "text", "column")}
        super().__init__(data, row=row, initial=told, by=by)
        self.offer_columns(row.result)
        self.fields["leave_out"].queryset = GroupPoint.objects.filter(merged__point=row)
        self.fields["leave_out"].label_from_instance = told_by_group

    def save(self):
        given = self.cleaned_data
        rewrite_point(
            self.row,
            self.point(),
            version=given["version"],
            leave_out=given["leave_out"],
            by=self.by,
        )


class PointRemovalForm(BlockForm):
    def __init__(self, data=None, *, row, by):
        super().__init__(data, row=row, initial={}, by=by)

    def save(self):
        remove_point(self.row, version=self.cleaned_data["version"], by=self.by)


def told_by_group(bullet):
    return _("กลุ่ม %(n)s: %(text)s") % {"n": bullet.group.number, "text": bullet.text}
