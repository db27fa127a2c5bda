"""The public front page: who the 67 are, the regions, the last summary, the provinces.

Names, positions and places are the public part of the register of the 67 (S25); no more is shown.
"""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from committees.queries import roster
from meetings.models import ExecutiveSummary
from meetings.queries import latest_summary, summary_awaited
from portal.shell.queries import province_map
from regions.models import Region


def page(*, on: date) -> dict:
    board = roster(on=on)
    summary = latest_summary()
    founding = founding_summary()
    return {
        "roster": board,
        "cloth": board.cloth(reverse("committees:seat-list")),
        "regions": Region.objects.in_force(on=on).with_provinces(on=on),
        "founding": founding,
        "roles": roles_of_the_67(),
        "summary": summary,
        "awaited": summary_awaited(after=summary),
        "opening": summary.text.partition("\n")[0] if summary else "",
        "map": province_map("certified", on=on),
    }


def founding_summary() -> ExecutiveSummary | None:
    """Of the meeting that agreed on what the committee does; None where it is not entered."""
    published = ExecutiveSummary.objects.filter(published_at__isnull=False)
    return (
        published.filter(meeting__number=2, meeting__be_year=2550).select_related("meeting").first()
    )


def roles_of_the_67() -> list[str]:
    """What meeting 2/2550 said the committee is for, told shortly."""
    return [
        _("เชื่อมองค์กรชุมชนกับภาคีพัฒนาในจังหวัด จัดเวทีให้ได้แลกเปลี่ยนและเรียนรู้ด้วยกัน"),
        _("จัดเวทีระดับภาค วางทิศทางร่วมกับกลุ่มจังหวัดและงานประเด็น"),
        _("นำข้อเสนอจากพื้นที่ไปสู่นโยบาย และนำนโยบายกลับมาสู่พื้นที่"),
        _("ติดตามและหนุนเสริมงานในพื้นที่ ช่วยจังหวัดและภาควางแผนและทบทวนตนเอง"),
        _("ทำให้ชุมชนและหน่วยงานในจังหวัดเข้าใจงานของคณะ"),
    ]
