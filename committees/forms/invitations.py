"""Inviting one person: by e-mail, or by a letter that is printed and handed over."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committees.actions.inviting import invite_to_portal
from portal.kernel.forms import ActionForm
from portal.kernel.models import AccountInvitation
from portal.kernel.thai_fields import PhoneField

Channel = AccountInvitation.Channel
CHANNELS = [
    (Channel.EMAIL, _("ทางอีเมล ระบบส่งจดหมายพร้อมรหัสให้ทันที")),
    (Channel.PAPER, _("พิมพ์หนังสือเชิญมอบให้ สำหรับผู้ที่ไม่ใช้อีเมล")),
]
# Which field names the account of whoever is invited that way.
IDENTIFIER = {Channel.EMAIL: "email", Channel.PAPER: "phone"}


class InvitationForm(ActionForm):
    use_required_attribute = False  # which field is asked for changes with the way chosen

    channel = forms.ChoiceField(
        label=pgettext_lazy("account", "ส่งคำเชิญ"), choices=CHANNELS, widget=forms.RadioSelect
    )
    email = forms.EmailField(
        label=_("อีเมล"), help_text=_("ถ้าเชิญทางอีเมล จะเข้าสู่ระบบด้วยอีเมลนี้"), required=False
    )
    phone = PhoneField(
        label=_("หมายเลขโทรศัพท์"),
        help_text=_("ถ้าพิมพ์หนังสือเชิญ จะเข้าสู่ระบบด้วยหมายเลขนี้ ระบบไม่ส่งข้อความไปที่โทรศัพท์"),
        required=False,
    )
    instead_of = forms.IntegerField(required=False, widget=forms.HiddenInput)

    invitation = None

    def __init__(self, *args, state, by, **kwargs):
        person, asked = state.person, state.invitation
        first = {
            "channel": Channel.EMAIL if person.email else Channel.PAPER,
            "email": person.email,
            "phone": person.phone,
            "instead_of": asked.pk if asked and asked.is_pending else None,
        }
        super().__init__(*args, initial=first, **kwargs)
        self.person = person
        self.by = by
        self.asked_for = IDENTIFIER.get(self["channel"].value())
        if self.asked_for:
            self.fields[self.asked_for].required = True

    def clean(self):
        """Only the identifier of the way chosen is asked for, and only it is judged."""
        for name in set(IDENTIFIER.values()) - {self.asked_for}:
            self.errors.pop(name, None)
            self.cleaned_data[name] = ""
        return super().clean()

    def is_overtaken(self):
        return self.has_error(forms.forms.NON_FIELD_ERRORS, "overtaken")

    def save(self):
        self.invitation = invite_to_portal(self.person, by=self.by, **self.cleaned_data)
