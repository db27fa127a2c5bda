"""Made-up people. Every surname carries the mark that says so."""

from portal.kernel.models import Person

from .cast import DOMAIN
from .words_provinces import PROVINCIALS

MARK = "(ตัวอย่าง)"

# Seats 1 to 67 in order; 12 and 48 have left theirs.
SEATED = """
นาย คำมูล ใจแก้วมา
นาง จันทร์ฟอง สุริยะวงศ์ดี
นาย อินสม ปัญญาเหนือ
นางสาว บัวเขียว ต๊ะวงษ์คำ
นาย สมคิด ดอยหลวง
นาง ศรีทอน คำปันธง
นาย แสงเมือง ไชยลังกา
นาง ฟองจันทร์ มูลเมืองใจ
นาย สำรวย ทองทุ่งยั้ง
นาง บัวผัน แก้วบางระกำ
นาย ประทีป ศรีสองแคว
นาย บุญเลิศ น่านน้ำใส
นางสาว พรทิพย์ เขาค้อทอง
นาย วิเชียร คลองลานสุข
นาง ละมัย ท่าฬ่องาม
นาง คำปุ่น ศรีหนองหาน
นาย ทองใบ โพธิ์ชัยศรี
นาย สุบิน ภูพานแก้ว
นาง หนูเล็ก ศรีโคตรดี
นาย บัวลี ขามแก่นจันทร์
นางสาว วงเดือน ฟ้าแดดสว่าง
นาย ไพรวัลย์ บึงกาฬทอง
นาง สมหมาย ธาตุพนมศรี
นาย หนูพัน กุดชุมบุญ
นาย สังวาลย์ มุกตาหาร
นาง แก้วตา สาเกตุนคร
นาย บุญช่วย โคราชดี
นาง ทองม้วน มูลปราสาท
นาย เสมอ ช้างสุรินทร์
นางสาว สุภี ลำโดมใหญ่
นาย ประหยัด ขุขันธ์ธานี
นาง บุญมี ทุ่งกุลาเดช
นาย อุดม พนมดงรัก
นาง เพียงใจ อำนาจเจริญสุข
นาย ชลอ กรุงเก่าไทย
นางสาว ระเบียบ แม่กลองใส
นาย สมพงษ์ เมืองเพชรดี
นาง วันเพ็ญ ทุ่งมะขามหย่อง
นาย มานิตย์ แควใหญ่ทอง
นาง อารี พันท้ายงาม
นาย ประกอบ บางปลาม้าทอง
นาง ทองสุข ชัยนาทธานี
นาย สุรินทร์ สวนผึ้งงาม
นาง สุนทรี ท่าจีนวัฒนา
นาย จรูญ บางแสนสุข
นาง มาลี ตราดบุรี
นาย อำนวย แปดริ้วเจริญ
นาย วินัย จันทบูรณ์งาม
นางสาว กัลยา ป่าตะวันออก
นาย ธงชัย พระนครดี
นาง สายหยุด บางกร่างงาม
นาย ไพศาล คลองรังสิต
นาง ประภา ปากน้ำเจริญ
นาย เจริญ ตาปีทอง
นาง จำเรียง เลตรังงาม
นาย อับดุลเลาะ ปัตตานีสุข
นาง สุดา พัทลุงศรี
นาย สมบูรณ์ เกาะภูเก็ตงาม
นางสาว ฮาลีเมาะ นราทัศน์ดี
นาย ถาวร เขาหลวงคีรี
นาย ประมวล ป่าต้นน้ำ
นาง สมจิตร ข้าวหอมดี
นาง เยาวลักษณ์ สวัสดิการดี
นาย บรรจง บ้านมั่นคงสุข
นาย เฉลิม ที่ดินทำกิน
นางสาว อัจฉรา ออมทรัพย์ทวี
นาย ประสิทธิ์ แผนงานชุมชน
"""

# By region, in the order of the regions.
MANAGERS = """
นาย ชัยวัฒน์ ภูพิงค์
นาง สุวรรณา พระร่วง
นาย เกรียงไกร อีสานเขียว
นางสาว ดวงใจ มูลนที
นาย พิชัย เจ้าพระยาดี
นาง รัตนา บูรพาทิศ
นาย ศักดา เมืองหลวง
นาย สมาน ทักษิณา
"""
OFFICERS = """
นางสาว นิภา ล้านนาดี
นาย วันชัย พรมน่าน
นางสาว จิราพร โขงเจริญ
นาย ธีระ ชีมูลดี
นางสาว ปิยะนุช ท่ากลาง
นาย อนุชา ชายฝั่งงาม
นางสาว ศิริพร บางกอกใหม่
นาย มูฮัมหมัด สะมิแลดี
"""
CENTRE = """
นางสาว กนกวรรณ เลขานุการดี
นาย สุเทพ ประสานงาน
นาง อรทัย ตรวจสอบดี
"""

# Who sat in a seat before, and who stands or stood in for its holder.
OTHERS = {
    "before-26": "นาย คำสิงห์ ลุ่มน้ำพองงาม",
    "substitute-31": "นาง สมพร ศรีสะเกษดี",
    "substitute-33": "นาย ทวีศักดิ์ ภูมิซรอลงาม",
}


def roll(names: str, keys: list[str]) -> dict[str, Person]:
    """Unsaved people by key; the key is the first half of the address."""
    return {
        key: made_up(key, *line.split())
        for key, line in zip(keys, names.strip().splitlines(), strict=True)
    }


def made_up(key: str, prefix: str, first: str, last: str) -> Person:
    return Person(
        name_prefix=prefix, first_name=first, last_name=f"{last} {MARK}", email=f"{key}@{DOMAIN}"
    )


def load_people(cast: dict[str, str], regions: list[str], unmailed: set[str]) -> dict[str, Person]:
    """Everybody by key: a seat or an office, or one of the cast who stands in its place."""
    roles = {
        **roll(SEATED, [f"seat-{number}" for number in range(1, 68)]),
        **roll(MANAGERS, [f"manager-{code}" for code in regions]),
        **roll(OFFICERS, [f"officer-{code}" for code in regions]),
        **roll(CENTRE, ["central-1", "central-2", "audit"]),
        **roll("\n".join(OTHERS.values()), list(OTHERS)),
        **roll("\n".join(PROVINCIALS.values()), [f"provincial-{code}" for code in PROVINCIALS]),
    }
    for number, (key, person) in enumerate(roles.items(), start=1):
        person.phone = f"000 000 {number:04}"
        person.email = "" if key in unmailed else person.email
        person.line_id = "" if key in unmailed or number % 3 else f"demo-{key}"
    for who, key in cast.items():
        roles[key].email = f"{who}@{DOMAIN}"
    Person.objects.bulk_create(roles.values())
    return roles | {who: roles[key] for who, key in cast.items()}
