from django import forms
from django.utils.translation import gettext_lazy as _


class RosterForm(forms.Form):
    """Whom to look for in the roster."""

    q = forms.CharField(
        label=_("หาชื่อ ที่นั่ง หรือกลุ่มจังหวัด"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
