"""What each section of a monthly report asks, in the words of the form.

A region is asked seven, a province four of them, and the centre two of its own.
"""

from django.utils.translation import gettext_lazy as _

from .shapes import Kind, Section, Text, Wish, Words

PLACES = (Kind.REGION, Kind.PROVINCE)


def _stream(key: str, name: Words) -> tuple[Text, Text]:
    """One of the four streams, in both its dimensions (S96, S97)."""
    return (
        Text(key=f"{key}_operations", label=_("เชิงปฏิบัติการ"), group=name),
        Text(key=f"{key}_management", label=_("เชิงบริหารจัดการ"), group=name),
    )


URGENT = _("งานเร่งด่วน 3 เรื่อง")

SECTIONS = (
    Section(
        key="resolutions",
        title=_("มติที่ต้องตอบ"),
        is_folded=True,
        texts=(
            Text(
                key="answer",
                label=_("ภาคทำอะไรไปแล้วตามมติ"),
                hint=_("เล่าเรื่องที่ยังไม่ได้บอกในคำตอบทีละเรื่อง"),
            ),
            *_stream("restoration", _("การฟื้นฟูชุมชนท้องถิ่น")),
            *_stream("poverty", _("ศตจ.ปชช.")),
            *_stream("certification", _("การรับรองสถานภาพ")),
            *_stream("council", _("สภาองค์กรชุมชน")),
        ),
    ),
    Section(
        key="certification",
        title=_("การรับรองสถานภาพ"),
        asked_of=PLACES,
        texts=(
            Text(
                key="story",
                label=_("เรื่องเด่นของงานรับรองสถานภาพ"),
                hint=_("เล่าสั้น ๆ ว่าเกิดอะไรขึ้น ที่ไหน และใครร่วมด้วย"),
            ),
        ),
    ),
    Section(
        key="areas",
        title=_("พื้นที่รูปธรรม"),
        asked_of=PLACES,
        texts=(
            Text(
                key="movement",
                label=_("ความเคลื่อนไหวของพื้นที่รูปธรรม"),
                hint=_("ตำบลใดก้าวหน้า ตำบลใดพร้อมยกระดับสู่สภาองค์กรชุมชน"),
            ),
        ),
    ),
    Section(
        key="issues",
        title=_("ความก้าวหน้ารายประเด็น"),
        texts=(
            Text(
                key="urgent_information",
                label=_("ระบบข้อมูล"),
                hint=_("ข้อมูลใดปรับให้เป็นปัจจุบันแล้ว และยังขาดอะไร"),
                group=URGENT,
            ),
            Text(
                key="urgent_areas",
                label=_("การเคลื่อนงานในพื้นที่"),
                hint=_("พื้นที่ใดเคลื่อนงาน และเคลื่อนเรื่องใด"),
                group=URGENT,
            ),
            Text(
                key="urgent_support",
                label=_("การหนุนเสริมงานในพื้นที่"),
                hint=_("ใครหนุนเสริมใคร ด้วยอะไร"),
                group=URGENT,
            ),
        ),
    ),
    Section(
        key="plans",
        title=_("แผนและงบประมาณ"),
        asked_of=PLACES,
        texts=(
            Text(key="progress", label=_("ความคืบหน้าตามแผนปฏิบัติการ 1 ปี")),
            Text(
                key="budget",
                label=_("งบประมาณที่ได้รับและที่ใช้ไป"),
                hint=_("บอกวงเงิน แหล่งที่มา และเรื่องที่ใช้"),
            ),
        ),
    ),
    Section(
        key="highlights",
        title=_("เรื่องเด่นและปัญหา"),
        asked_of=PLACES,
        texts=(
            Text(key="highlights", label=_("เรื่องเด่นของเดือนนี้")),
            Text(key="lessons", label=_("บทเรียน"), hint=_("สิ่งที่ทำได้ตามตั้งใจ สิ่งที่ไม่ได้ และเพราะอะไร")),
            Text(key="problems", label=_("ปัญหาและทางแก้ที่ลองแล้ว")),
        ),
    ),
    Section(
        key="support",
        title=_("สิ่งที่ขอให้หนุนเสริม"),
        wishes_legend=_("เดือนนี้ขอเรื่องใดบ้าง"),
        wishes=(
            Wish("officers", _("เจ้าหน้าที่ร่วมเป็นคณะทำงานกับอนุฯ 67")),
            Wish("budget", _("งบประมาณหนุนเสริมที่ชัดเจน และแจ้งวงเงินทุกเรื่อง")),
            Wish("coordination", _("การประสานงาน โดยเฉพาะภาคีภาครัฐ")),
            Wish("information", _("ระบบข้อมูลที่เป็นปัจจุบัน เช่น เว็บไซต์จังหวัด")),
            Wish("plan", _("แผนปฏิบัติการและแผนยุทธศาสตร์ร่วมกัน 1 ปี")),
            Wish("evaluation", _("ติดตามประเมินผล และตัวชี้วัดร่วมกัน")),
            Wish("other", _("เรื่องอื่น")),
        ),
        retired=(Text(key="request", label=_("รายละเอียดของคำขอ")),),
    ),
    Section(
        key="answers",
        title=_("คำตอบต่อคำขอของภาค"),
        asked_of=(Kind.CENTRE,),
        texts=(
            Text(
                key="delivered",
                label=_("สิ่งที่ส่งถึงภาคแล้วในเดือนนี้"),
                hint=_("บอกว่าภาคใดได้อะไร และเมื่อใด"),
            ),
            Text(
                key="obstacles",
                label=_("คำขอที่ยังทำให้ไม่ได้ และเพราะอะไร"),
                hint=_("บอกด้วยว่าจะทำต่ออย่างไร และใครรับเรื่อง"),
            ),
        ),
    ),
    Section(
        key="centre_work",
        title=_("งานที่ส่วนกลางทำเดือนนี้"),
        asked_of=(Kind.CENTRE,),
        texts=(
            Text(key="done", label=_("งานที่ทำแล้ว"), hint=_("งานใด ทำกับใคร และได้ผลอย่างไร")),
            Text(key="budget", label=_("งบประมาณที่จัดให้ภาค"), hint=_("บอกวงเงิน เรื่อง และภาคที่ได้รับ")),
            Text(key="ahead", label=_("งานที่จะทำเดือนหน้า"), hint=_("ภาคใดต้องเตรียมอะไรบ้าง")),
            Text(key="problems", label=_("ปัญหาและทางแก้ที่ลองแล้ว")),
        ),
    ),
)
