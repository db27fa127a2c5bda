"""Several short texts typed at once."""

from django import forms
from django.utils.translation import gettext as _

from portal.kernel.thai import normalise

MOST_LINES, LONGEST_LINE = 40, 1000


class LinesField(forms.CharField):
    """One thing on each line; blank lines are none."""

    widget = forms.Textarea({"rows": 4})

    def __init__(self, *, longest=LONGEST_LINE, **kwargs):
        super().__init__(**kwargs)
        self.longest = longest

    def clean(self, value):
        lines = [normalise(line) for line in super().clean(value).splitlines()]
        lines = list(dict.fromkeys(filter(None, lines)))
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(_("ได้ไม่เกิน %(n)s ข้อ") % {"n": MOST_LINES})
        if any(len(line) > self.longest for line in lines):
            raise forms.ValidationError(_("แต่ละบรรทัดยาวไม่เกิน %(n)s ตัวอักษร") % {"n": self.longest})
        return lines
