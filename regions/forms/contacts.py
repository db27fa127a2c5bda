"""A reviewer reminds a place of its report: by a letter, or after a call."""

from django import forms
from django.utils.translation import gettext_lazy

from portal.kernel.forms import ActionForm
from portal.kernel.http import read_pk
from regions.actions import note_phone_call, remind_filers

from .typed import TypedField


class LetterForm(ActionForm):
    """Nothing to fill in: whom it goes to and what it says stand beside it, and ``to`` says who
    stood there."""

    to = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, report, by, people):
        shown = ",".join(str(person.pk) for person in people)
        super().__init__(data, initial={"to": shown})
        self.report, self.by = report, by

    def save(self):
        shown = [read_pk(pk) for pk in self.cleaned_data["to"].split(",")]
        remind_filers(self.report, to=shown, by=self.by)


class PhoneCallForm(ActionForm):
    """What was said."""

    note = TypedField(
        label=gettext_lazy("ได้ความว่า"),
        help_text=gettext_lazy("สั้น ๆ เช่น จะส่งวันศุกร์ ผู้ประสานงานไม่รับสาย"),
        max_length=200,
        required=False,
    )

    def __init__(self, data=None, *, report, by):
        super().__init__(data)
        self.report, self.by = report, by

    def save(self):
        note_phone_call(self.report, by=self.by, **self.cleaned_data)
