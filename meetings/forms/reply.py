"""The answer to an invitation: one of three, and what belongs to it."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext_lazy as _

from meetings.actions import answer_invitation
from meetings.links import moment_of
from meetings.models import Invitation
from portal.kernel.forms import ActionForm

Answer, Via = Invitation.Answer, Invitation.Via
BELONGS_TO = {"reason": Answer.DECLINED, "substitute_name": Answer.SUBSTITUTE}


class ReplyForm(ActionForm):
    """Who comes into the form by a link sees what was answered, not a reason or a name that
    was given elsewhere: the letter may have been passed on."""

    use_required_attribute = False  # a name is asked of those only who send somebody

    answer = forms.ChoiceField(
        label=_("ท่านมาได้ไหม"),
        choices=Answer,
        widget=forms.RadioSelect,
        error_messages={"required": _("เลือกคำตอบหนึ่งข้อ")},
    )
    reason = forms.CharField(
        label=_("เหตุที่มาไม่ได้"),
        max_length=200,
        required=False,
        help_text=_("สั้น ๆ เช่น ติดราชการ"),
    )
    substitute_name = forms.CharField(
        label=_("ชื่อผู้แทน"),
        max_length=200,
        help_text=_("ชื่อและนามสกุล"),
        error_messages={"required": _("เขียนชื่อผู้แทน")},
    )
    begins = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, invitation, via, by=None, **kwargs):
        super().__init__(data, initial=said(invitation, via=via), **kwargs)
        self.invitation, self.via, self.by = invitation, via, by
        if via == Via.PHONE:
            self.fields["answer"].label = _("คำตอบทางโทรศัพท์")
        if via == Via.LINK:
            self._keep_what_is_not_shown()

    def _keep_what_is_not_shown(self):
        """Left out, the reason or the name given before stands: nobody is asked for it again."""
        before = self.invitation.answer
        if before == Answer.DECLINED:
            self.fields["reason"].help_text = _("เว้นว่างไว้ เหตุที่เคยแจ้งจะคงเดิม")
        elif before == Answer.SUBSTITUTE:
            self.fields["substitute_name"].required = False
            self.fields["substitute_name"].help_text = _("เว้นว่างไว้ หากเป็นผู้แทนคนเดิม")

    def clean(self):
        """What belongs to another answer than the one chosen is not asked, nor is it wrong."""
        given = super().clean()
        for name, answer in BELONGS_TO.items():
            if given.get("answer") != answer:
                self.errors.pop(name, None)
                given[name] = ""
        return given

    def saved(self) -> bool:
        saved = super().saved()
        if self.has_error(NON_FIELD_ERRORS, "moved"):
            self.invitation.meeting.refresh_from_db()
            self.data = {**self.data.dict(), "begins": moment_of(self.invitation.meeting)}
        return saved

    def save(self):
        answer_invitation(self.invitation, **self.cleaned_data, via=self.via, by=self.by)


def said(invitation, *, via) -> dict:
    """What the form holds when it opens."""
    opened = {"answer": invitation.answer, "begins": moment_of(invitation.meeting)}
    if via == Via.LINK:
        return opened
    return opened | {
        "reason": invitation.answer_reason,
        "substitute_name": invitation.substitute_name,
    }
