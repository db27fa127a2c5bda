"""What the founding document says of who sat where in 2550, and of the bodies before.

It names the structure and a few speakers, and nobody who held a seat: so there are
no seats here and no holders. A day that a row cannot do without and the document does
not give is assumed, and said in the row's own words.
"""

from datetime import date, timedelta

from committees.models import Committee, Delegation, Issue, Position
from portal.kernel.models import Person

from . import words_2550 as words

SOURCE = "สรุปเชิงบริหาร การประชุมครั้งที่ 2/2550"

FIRST_DAY_2540 = date(1997, 1, 1)
FIRST_DAY_2550 = date(2007, 1, 1)
# Assumed: the day before the Community Organisation Council Act came into force, 9 February 2551.
LAST_DAY_2550 = date(2008, 2, 8)
OF_2540 = {
    "starts_on": FIRST_DAY_2540,
    "ends_on": FIRST_DAY_2550 - timedelta(days=1),
    "dates_in_words": "ตั้งแต่ปี 2540 และปรับเปลี่ยนมาอย่างต่อเนื่อง",
    "source": SOURCE,
}
OF_2550 = {
    "starts_on": FIRST_DAY_2550,
    "ends_on": LAST_DAY_2550,
    "dates_in_words": "มีอยู่ในวันที่ 12–13 มิถุนายน 2550 เอกสารไม่บอกวันเริ่มและวันสิ้นสุด",
    "source": SOURCE,
}

ASSUMED = (
    "วันเริ่ม 1 มกราคม 2550 และวันสิ้นสุด 8 กุมภาพันธ์ 2551 เป็นวันที่พอร์ทัลสมมติไว้เพื่อให้ค้นตามวันได้ ไม่ได้มาจากเอกสาร"
)
NOTE_2540 = (
    "เอกสารบอกเพียงว่าคณะกรรมการประสานงานฯ มีพัฒนาการตั้งแต่ปี 2540 และปรับเปลี่ยนมาอย่างต่อเนื่องจนถึงชุดปี 2550 "
    "ไม่บอกว่ามีกี่ชุด มีกี่คน หรือใครดำรงตำแหน่ง วันเริ่ม 1 มกราคม 2540 และวันสิ้นสุด 31 ธันวาคม 2549 "
    "เป็นวันที่พอร์ทัลสมมติไว้เพื่อให้ค้นตามวันได้"
)
NOTE_2550 = (
    "เอกสารบอกโครงสร้าง คือ ใช้ระบบ 2 แบบ ได้แก่ รูปแบบทางการ (แต่งตั้ง) และแบบเครือข่ายการทำงาน "
    "มีประธานร่วมจาก 8 ภาค มีอนุกรรมการเชิงประเด็นและกรรมการย่อย และหมุนเวียน 67 คนไปเป็นบอร์ดชุดต่าง ๆ "
    f"แต่ไม่บอกชื่อผู้ดำรงตำแหน่งใน 67 ที่นั่ง {ASSUMED}"
)
NOTE_OF_SECRETARIAT = (
    "เอกสารบอกจำนวนไว้สองแห่งไม่เท่ากัน แห่งหนึ่งว่า “มีเจ้าหน้าที่ พอช. เป็นกองเลขาจาก 8 ภาคและจากส่วนกลาง 2 คน” "
    "อีกแห่งหนึ่งว่า “กองเลขาฯ 8 คน” น่าจะหมายถึงรวม 10 คน โดย 8 คนเป็นเจ้าหน้าที่ภาค (น่าจะใช่) พอร์ทัลเก็บไว้ทั้งสองจำนวน"
)

# By key: kind, name as the document writes it, short name, English name, and what more it says.
UNITS = {
    "steering_planning": (
        Committee.Kind.UNIT, "ฝ่ายอำนวยการ/ฝ่ายวางแผนเชิงยุทธศาสตร์", "ฝ่ายอำนวยการ",
        "Steering and strategic planning", {},
    ),
    "coordination_pr": (
        Committee.Kind.UNIT, "ฝ่ายประสานงานประชาสัมพันธ์", "ฝ่ายประสานงาน",
        "Coordination and public relations", {},
    ),
    "secretariat": (
        Committee.Kind.SECRETARIAT, "กองเลขาฯ", "กองเลขาฯ", "Secretariat",
        {"seats_due": 8, "note": NOTE_OF_SECRETARIAT},
    ),
    "evaluation_audit": (
        Committee.Kind.UNIT, "ประเมินผล/ตรวจสอบ", "ประเมินผล", "Evaluation and audit", {},
    ),
}  # fmt: skip

# By the code of the issue: the document's word for it, and how sure the reading is.
ISSUES = {
    "natural_resources": ("ทรัพยากร", ""),
    "farmers": ("เกษตรกร", "คงไว้ตามต้นฉบับ อาจหมายถึงเกษตรกรรม"),
    "community_welfare": ("สวัสดิการ", ""),
    "baan_mankong": ("บ้านมั่นคง", ""),
    "land": ("ที่ดิน", ""),
    "community_capital": (
        "ทุนชุมชน",
        "ต้นฉบับเขียน “ชุมชนชน” อ่านว่า ทุนชุมชน (น่าจะใช่) อาจเป็นคำว่า ชุมชน ที่พิมพ์ซ้ำก็ได้",
    ),
    "community_plan": ("แผนชุมชน", "ต้นฉบับเขียน “แชนชุมชน” อ่านว่า แผนชุมชน (แน่ใจ)"),
}

# The kinds of boards to which the 67 rotate: code, name, short name, English name, note.
SO_ON = "เอกสารบอกว่าหมุนเวียน 67 คนไปเป็นบอร์ดชุดต่าง ๆ เช่น พอช. ศตจ. พื้นที่ ฯลฯ ไม่บอกว่าใครไปอยู่ชุดใด"
BOARDS = [
    ("codi", "บอร์ด พอช.", "บอร์ด พอช.", "CODI Board", SO_ON),
    (
        "poverty-centre", "บอร์ด ศตจ.", "ศตจ.", "Board of the National Centre for Overcoming Poverty",
        f"ต้นฉบับเขียน “ศจท.” อ่านว่า ศตจ. (แน่ใจ) {SO_ON}",
    ),
    ("areas", "บอร์ดของพื้นที่", "พื้นที่", "Boards of the areas", SO_ON),
]  # fmt: skip

SYNTHESIS = "สังเคราะห์ข้อเสนอของทุกภาคร่วมกับกองเลขาฯ"

# Whose position the document names, and who explained something without one.
NO_POSITION = "ไม่ปรากฏตำแหน่งในเอกสาร"
POSITIONS = [
    words.DIRECTOR,
    words.SANGKHOM,
    words.SAMROENG,
    ("unclear", f"{NO_POSITION} (ผู้กล่าวถึงปัจจัยและสถานการณ์ปัจจุบัน)"),
    ("phalakon", f"{NO_POSITION} (ผู้กล่าวถึงปัจจัยและสถานการณ์ปัจจุบัน)"),
    ("suwat", f"{NO_POSITION} (ผู้อธิบายแนวทางการดำเนินงานของสภาองค์กรชุมชน)"),
]


def load_bodies_2550() -> Committee:
    load_predecessors()
    committee = Committee.objects.create(
        kind=Committee.Kind.SUBCOMMITTEE,
        code="coordination-2550",
        name="คณะอนุกรรมการประสานงานขบวนองค์กรชุมชน",
        short_name="คณะ 67 ชุดปี 2550",
        name_en="Community Organisation Movement Coordination Subcommittee",
        seats_due=67,
        officers_per_region=1,
        central_officers_due=2,
        note=NOTE_2550,
        **OF_2550,
    )
    Committee.objects.bulk_create([*units_of(committee), *issue_bodies(committee), *boards()])
    load_delegation(committee)
    return committee


def load_predecessors():
    """Whatever stood before, told as one (S24): the document does not tell them apart."""
    Committee.objects.create(
        kind=Committee.Kind.SUBCOMMITTEE,
        code="coordination-2540",
        name="คณะกรรมการประสานงานขบวนองค์กรชุมชน ชุดก่อนปี 2550",
        short_name="ชุดก่อนปี 2550",
        name_en="Coordination committees before 2007",
        note=NOTE_2540,
        **OF_2540,
    )


def units_of(committee):
    for position, (key, told) in enumerate(UNITS.items(), start=1):
        kind, name, short_name, name_en, more = told
        yield Committee(
            kind=kind, code=f"{committee.code}-{key}", name=name, short_name=short_name,
            name_en=name_en, parent=committee, position=position, **more, **OF_2550,
        )  # fmt: skip


def issue_bodies(committee):
    for issue in Issue.objects.filter(code__in=ISSUES):
        word, note = ISSUES[issue.code]
        yield Committee(
            kind=Committee.Kind.ISSUE,
            code=f"{committee.code}-{issue.code}",
            name=f"อนุกรรมการเชิงประเด็น {word}",
            short_name=word,
            name_en=f"Issue subcommittee: {issue.name_en}",
            issue=issue,
            parent=committee,
            position=len(UNITS) + issue.position,
            note=note,
            **OF_2550,
        )


def boards():
    for position, (code, name, short_name, name_en, note) in enumerate(BOARDS, start=1):
        yield Committee(
            kind=Committee.Kind.BOARD, code=f"board-2550-{code}", name=name, short_name=short_name,
            name_en=name_en, position=position, note=note, **OF_2550,
        )  # fmt: skip


def load_delegation(committee):
    """8 + 8 + 2 are asked for, by the end of June; whom the regions sent was never written down.

    The meeting has two days and the document does not say on which this was decided.
    """
    Delegation.objects.create(
        committee=committee,
        name=SYNTHESIS,
        central_officers_due=2,
        starts_on=words.FIRST_DAY,
        ends_on=words.END_OF_JUNE,
    )


def load_positions(speakers: dict[str, Person]):
    """Who spoke in what position on the two days; of whom none is told, that is said."""
    Position.objects.bulk_create(
        Position(
            person=speakers.get(key), title=title, source=SOURCE,
            starts_on=words.FIRST_DAY, ends_on=words.SECOND_DAY,
        )
        for key, title in POSITIONS
    )  # fmt: skip
