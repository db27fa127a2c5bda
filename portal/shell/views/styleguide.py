"""The living style guide: every component with a short sample, in the words it is meant for."""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.kernel.thai_fields import ThaiDateField, WholeNumberField
from portal.shell.samples import samples


@login_not_required
@require_safe
def styleguide(request):
    shown = {
        **samples(),
        "page": Paginator(range(1, 39), 6).get_page(request.GET.get("page", 2)),
        "form_good": SampleForm(prefix="good", initial={"found": 14}),
        "form_bad": SampleForm({"bad-found": "สิบสี่", "bad-note": ""}, prefix="bad"),
    }
    return render(request, "shell/styleguide.html", shown)


class SampleForm(forms.Form):
    found = WholeNumberField(
        label="องค์กรที่ค้นหาพบใหม่", help_text="นับองค์กรที่สำรวจพบในเดือนนี้ ยังไม่ต้องยื่นขอรับรอง"
    )
    note = forms.CharField(
        label="เรื่องเด่นของเดือน",
        help_text="เล่าสั้น ๆ ว่าเกิดอะไรขึ้น ที่ไหน และใครร่วมด้วย",
        widget=forms.Textarea,
    )
    held_on = ThaiDateField(label="วันที่จัดเวที", help_text="เช่น 12/6/2569", required=False)
    reply = forms.ChoiceField(
        label="ท่านมาประชุมได้ไหม",
        choices=[
            ("both", "มาได้ทั้งสองวัน"),
            ("one", "มาได้วันเดียว"),
            ("no", "มาไม่ได้"),
            ("send", "ส่งผู้แทน"),
        ],
        widget=forms.RadioSelect,
        initial="both",
    )
    read = forms.BooleanField(label="อ่านวาระแล้ว", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["found"].was = "เดือนก่อน 9\nเฉลี่ย 6 เดือน 11"
