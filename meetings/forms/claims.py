"""What somebody says who was there, and why it is not confirmed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from meetings.actions.claiming import Presence, claim_attendance, refuse_claim
from portal.kernel.forms import ActionForm

from .attendance import HoursForm, seen_of


class ClaimForm(HoursForm):
    """Of one's own; said before and not answered yet, it may be said otherwise."""

    note = forms.CharField(
        label=_("ข้อความถึงเลขานุการ"), max_length=200, required=False,
        help_text=_("เช่น นั่งกลุ่ม 2 หรือเข้าทางลิงก์ด้วยโทรศัพท์ของผู้อื่น"),
    )  # fmt: skip

    field_order = ["mode", "arrived_day", "arrived", "note"]

    def __init__(self, data=None, *, meeting, claim, by):
        initial = {"note": claim.note, "mode": claim.mode} if claim else {}
        super().__init__(data, meeting=meeting, row=claim, initial=initial)
        self.by = by
        self.fields["mode"].required = True
        self.fields["arrived"].help_text = _("เช่น 09.15 เว้นว่างได้ จะใช้เวลาเริ่มประชุม")
        for name in ("left", "left_day"):
            self.fields.pop(name, None)

    def save(self):
        presence = Presence(
            mode=self.cleaned_data["mode"],
            arrived_at=self.moment("arrived"),
            note=self.cleaned_data["note"],
        )
        claim_attendance(self.meeting, presence, by=self.by)


class RefusalForm(ActionForm):
    """Refused itself as stale where what is claimed is another by now."""

    reason = forms.CharField(
        label=_("เหตุที่ไม่ยืนยัน"), max_length=200, help_text=_("ผู้แจ้งอ่านข้อความนี้ในหน้าการประชุม")
    )
    claimed = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, claim, by):
        super().__init__(data, initial={"claimed": claim.claimed_at.isoformat()})
        self.claim, self.by = claim, by

    def seen_now(self):
        self.claim.refresh_from_db()
        return {"claimed": self.claim.claimed_at.isoformat()}

    def save(self):
        given = self.cleaned_data
        claimed = seen_of(given["claimed"])
        refuse_claim(self.claim, reason=given["reason"], claimed=claimed, by=self.by)
