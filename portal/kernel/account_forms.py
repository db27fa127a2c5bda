"""allauth's forms in the portal's words: labels in place, no placeholder, a hint where it helps."""

from allauth.account import forms
from django.utils.translation import gettext_lazy as _

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


class LoginForm(InOurWords, forms.LoginForm):
    words = (
        ("login", _("อีเมล"), _("ที่แจ้งไว้กับกองเลขาฯ")),
        ("password", _("รหัสผ่าน"), ""),
    )


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
