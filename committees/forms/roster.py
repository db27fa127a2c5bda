from django import forms
from django.utils.translation import gettext_lazy as _

from portal.kernel.thai_fields import ThaiDateField


class RosterForm(forms.Form):
    """Whom to look for in the roster, and on which day."""

    q = forms.CharField(
        label=_("หาชื่อ ที่นั่ง หรือกลุ่มจังหวัด"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    on = ThaiDateField(label=_("ดูรายชื่อ ณ วันที่"), required=False)
