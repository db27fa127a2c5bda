"""allauth's forms in the portal's words: labels in place, no placeholder, a hint where it helps.

And the one form of ours: setting the first password with an invitation.
"""

from allauth.account import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.forms import CharField, PasswordInput
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .forms import ActionForm
from .invitation_code import DIGITS, read_code
from .joining import accept_invitation
from .models import User
from .phones import parse_phone
from .thai import normalise

NEW_PASSWORD = _("อย่างน้อย 12 ตัวอักษร ไม่ใช่รหัสที่ใช้กันทั่วไป และไม่คล้ายอีเมลของท่าน")


class InOurWords:
    """Names each field of a form whose fields allauth makes."""

    words = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label, help_text in self.words:
            field = self.fields[name]
            field.label = label
            field.help_text = help_text
            field.widget.attrs.pop("placeholder", None)


def read_identifier(text: str) -> str:
    """An address in lower case or a number in E.164: what an account is known by."""
    text = normalise(text)
    if "@" in text:
        validate_email(text)
        return text.lower()
    try:
        return parse_phone(text)
    except ValueError:
        raise ValidationError(
            gettext("เขียนหมายเลขโทรศัพท์ เช่น 081 234 5678 หรืออีเมล เช่น somchai@example.org"),
            code="invalid",
        ) from None


class LoginForm(InOurWords, forms.LoginForm):
    words = (
        ("login", _("หมายเลขโทรศัพท์หรืออีเมล"), _("ที่แจ้งไว้กับกองเลขาฯ")),
        ("password", _("รหัสผ่าน"), ""),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].max_length = 254
        self.fields["login"].widget.attrs |= {"autocomplete": "username", "maxlength": 254}

    def clean_login(self):
        return read_identifier(self.cleaned_data["login"])


class ReauthenticateForm(InOurWords, forms.ReauthenticateForm):
    words = (("password", _("รหัสผ่าน"), ""),)


class ResetPasswordForm(InOurWords, forms.ResetPasswordForm):
    words = (("email", _("อีเมล"), _("ที่แจ้งไว้กับกองเลขาฯ")),)


class ResetPasswordKeyForm(InOurWords, forms.ResetPasswordKeyForm):
    words = (
        ("password1", _("รหัสผ่านใหม่"), NEW_PASSWORD),
        ("password2", _("รหัสผ่านใหม่อีกครั้ง"), ""),
    )


class SetPasswordForm(InOurWords, forms.SetPasswordForm):
    words = ResetPasswordKeyForm.words


class ChangePasswordForm(InOurWords, forms.ChangePasswordForm):
    words = (("oldpassword", _("รหัสผ่านเดิม"), ""), *ResetPasswordKeyForm.words)


class AddEmailForm(InOurWords, forms.AddEmailForm):
    words = (("email", _("อีเมลใหม่"), _("เราจะส่งรหัสไปที่อีเมลนี้เพื่อยืนยัน")),)


class ChangeEmailForm(InOurWords, forms.ChangeEmailForm):
    words = AddEmailForm.words


class ConfirmEmailVerificationCodeForm(InOurWords, forms.ConfirmEmailVerificationCodeForm):
    words = (("code", _("รหัสจากอีเมล"), ""),)


class JoinForm(ActionForm):
    """An invitation's identifier and code set the password of an account."""

    identifier = CharField(
        label=_("หมายเลขโทรศัพท์หรืออีเมล"), help_text=_("ที่เขียนไว้ในหนังสือเชิญ"), max_length=254
    )
    code = CharField(
        label=_("รหัสในหนังสือเชิญ"), help_text=_("ตัวเลข 10 ตัว เช่น 12345 67890"), max_length=40
    )
    password1 = CharField(label=_("รหัสผ่านใหม่"), help_text=NEW_PASSWORD, strip=False)
    password2 = CharField(label=_("รหัสผ่านใหม่อีกครั้ง"), strip=False)

    user = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["identifier"].widget.attrs["autocomplete"] = "username"
        self.fields["code"].widget.attrs |= {
            "inputmode": "numeric",
            "autocomplete": "one-time-code",
        }
        for name in ("password1", "password2"):
            self.fields[name].widget = PasswordInput({"autocomplete": "new-password"})

    def clean_identifier(self):
        return read_identifier(self.cleaned_data["identifier"])

    def clean_code(self):
        code = read_code(self.cleaned_data["code"])
        if len(code) != DIGITS or not code.isdecimal():
            raise ValidationError(gettext("รหัสเป็นตัวเลข 10 ตัว โปรดตรวจกับหนังสือเชิญ"), code="invalid")
        return code

    def clean_password1(self):
        identifier = self.cleaned_data.get("identifier", "")
        validate_password(self.cleaned_data["password1"], User(email=identifier))
        return self.cleaned_data["password1"]

    def clean(self):
        """Passwords stay as they were typed: signing in does not normalise them either."""
        typed = {name: self.cleaned_data[name] for name in self.cleaned_data if "password" in name}
        cleaned = super().clean() | typed
        if len(set(typed.values())) > 1:
            self.add_error("password2", gettext("รหัสผ่านสองช่องไม่ตรงกัน โปรดกรอกอีกครั้ง"))
        return cleaned

    def save(self):
        asked = self.cleaned_data
        self.user = accept_invitation(asked["identifier"], asked["code"], asked["password1"])
