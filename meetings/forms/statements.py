"""What was said, and who said it."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.actions.writing import Voice, add_statement, rewrite_statement
from meetings.models import Attendance
from meetings.queries.speakers import LONGEST, PERSON, named_guest
from portal.kernel.models import Person
from portal.kernel.thai import normalise

from .versioned import BlockForm
from .writing import NewForm, text_field

MOST_SPEAKERS, SPARE_ROWS = 8, 2


class SpeakerFields(forms.Form):
    """One who spoke: chosen from those who may have, or only a position."""

    speaker = forms.ChoiceField(label=gettext_lazy("ผู้พูด"), required=False)
    held_position = forms.CharField(
        label=gettext_lazy("ตำแหน่งในวันนั้น"), max_length=LONGEST, required=False
    )

    def offer(self, choices):
        self.fields["speaker"].choices = [("", _("เลือกผู้พูด")), *choices]

    def voice(self):
        """Nobody, where neither is filled in."""
        chosen = self.cleaned_data.get("speaker", "")
        position = normalise(self.cleaned_data.get("held_position", ""))
        kind, _dash, key = chosen.partition("-")
        if kind == PERSON:
            return Voice(Person.objects.get(pk=key), position)
        if key:
            return Voice(None, position or named_guest(Attendance.objects.get(pk=key)))
        return Voice(None, position) if position else None


class NewStatementForm(SpeakerFields, NewForm):
    """Of one speaker; more are named on the statement's own page."""

    text = text_field(label=gettext_lazy("คำพูด"))

    def __init__(self, data=None, *, kind, item, by, choices):
        super().__init__(data, kind=kind, item=item, by=by)
        self.offer(choices)
        self.fields["held_position"].help_text = _("เว้นว่างไว้ ระบบใส่ตำแหน่งตามทะเบียนของวันนั้น")

    def voices(self):
        return list(filter(None, [self.voice()]))

    def save(self):
        given = self.cleaned_data
        self.row = add_statement(
            self.item, given["text"], self.voices(), token=given["token"], by=self.by
        )


class StartedStatementForm(SpeakerFields, BlockForm):
    """The same form once it has saved itself: it goes on with what it made."""

    text = text_field(label=gettext_lazy("คำพูด"))

    def __init__(self, data=None, *, row, by, choices):
        super().__init__(data, row=row, initial={}, by=by)
        self.offer(choices)

    def save(self):
        given, voices = self.cleaned_data, list(filter(None, [self.voice()]))
        rewrite_statement(self.row, given["text"], voices, version=given["version"], by=self.by)


class SpeakerRow(SpeakerFields):
    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer(choices)


SpeakerFormSet = forms.formset_factory(
    SpeakerRow, extra=0, max_num=MOST_SPEAKERS, validate_max=True
)


class StatementForm(BlockForm):
    """A statement whole: its words, and a row for each who spoke."""

    text = text_field(label=gettext_lazy("คำพูด"))

    def __init__(self, data=None, *, row, by, choices):
        super().__init__(data, row=row, initial={"text": row.text}, by=by)
        rows = [*map(told_of, row.speakers.all()), *[{}] * SPARE_ROWS][:MOST_SPEAKERS]
        self.rows = SpeakerFormSet(
            data, initial=rows, prefix="speakers", form_kwargs={"choices": choices}
        )

    def is_valid(self):
        rows_valid = not self.is_bound or self.rows.is_valid()
        valid = super().is_valid()
        if not rows_valid:
            self.add_error(None, _("มีแถวของผู้พูดที่ต้องแก้"))
        return valid and rows_valid

    def save(self):
        given = self.cleaned_data
        voices = list(filter(None, (row.voice() for row in self.rows)))
        rewrite_statement(self.row, given["text"], voices, version=given["version"], by=self.by)


def told_of(speaker):
    """A speaker as the row shows them."""
    chosen = f"{PERSON}-{speaker.person_id}" if speaker.person_id else ""
    return {"speaker": chosen, "held_position": speaker.held_position}
