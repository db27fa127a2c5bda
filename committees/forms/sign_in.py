from django import forms
from django.utils.translation import gettext_lazy as _

from portal.kernel.thai_fields import ThaiDateField, WholeNumberField

MOST_DAYS = 5


class SignInForm(forms.Form):
    """What stands on the sheet; every answer is in the address, so a printed sheet can be asked for
    again."""

    on = ThaiDateField(label=_("วันแรกของการประชุม"), required=False)
    days = WholeNumberField(
        label=_("จำนวนวัน"),
        required=False,
        min_value=1,
        max_value=MOST_DAYS,
        help_text=_("วันละหนึ่งชุด"),
    )
    title = forms.CharField(label=_("ชื่อการประชุม"), required=False, max_length=200)
    venue = forms.CharField(label=_("สถานที่"), required=False, max_length=200)
    phones = forms.BooleanField(label=_("ใส่โทรศัพท์ (เฉพาะฉบับของผู้จัด)"), required=False)
