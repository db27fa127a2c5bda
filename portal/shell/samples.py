"""What the style guide shows in each component. All of it is made up; the page says so."""

from django.urls import reverse
from django.utils import timezone

from portal.kernel.pictures import ClothRow, ClothSeat, Tile
from regions.models import ProvinceRegion

ICONS = [
    "check",
    "clock",
    "back",
    "alert",
    "document",
    "pin",
    "people",
    "calendar",
    "phone",
    "down",
    "search",
    "menu",
    "contrast",
    "pencil",
    "offline",
    "arrow",
    "plus",
    "print",
    "chat",
    "ring",
    "seal",
    "task",
    "camera",
    "copy",
    "lock",
    "info",
    "link",
    "none",
]
LEVELS = ["0 สาย", "1 สาย", "2 สาย", "3 สาย", "ครบ 4 สาย"]
NORTH = "0001000001010001010101010101010001010010010010100"
EAST = "0000000011001110010010000000001100111001001000000"


def places():
    today = timezone.localdate()
    return ProvinceRegion.objects.in_force(on=today).select_related("province", "region")


def sample_tile(row):
    province = row.province
    level = int(province.code) * 7 % 5
    return Tile(
        code=province.code,
        name=province.name,
        abbreviation=province.abbreviation,
        column=province.tile_column,
        row=province.tile_row,
        region=row.region.name,
        level=None if province.code == "38" else level,
        reading="ยังไม่เป็นจังหวัด ณ วันนั้น" if province.code == "38" else f"ก้าวหน้า {level} จาก 4 สาย",
        url=reverse("styleguide") + "#tilemap",
    )


SAMPLE_ROWS = [
    ("เหนือบน", NORTH, 1, ["on", "on", "on", "ends", "on", "over", "on", "on"]),
    ("ตะวันออก", EAST, 9, ["on", "on", "sub", "vacant", "on"]),
    ("ผู้แทนประเด็น", "", 14, ["on", "on", "on", "on", "on", "ends", "on"]),
]
SEAT_WORDS = {
    "on": "มีผู้ดำรงตำแหน่ง",
    "ends": "ใกล้ครบวาระ",
    "over": "อยู่รักษาการ",
    "sub": "มีผู้แทนชั่วคราว",
    "vacant": "ว่าง",
}


def sample_row(name, mark, first, states):
    seats = [
        ClothSeat(number, state, SEAT_WORDS[state], "#bench-east")
        for number, state in enumerate(states, start=first)
    ]
    return ClothRow(name=name, mark=mark, url="#bench-east", seats=seats)


SAMPLE_BENCH = {
    "mark": EAST,
    "seats": [
        {
            "number": 9,
            "anchor": "seat-9",
            "state": "on",
            "holder": "นายประเสริฐ (ตัวอย่าง)",
            "role": "ประธานร่วม",
            "place": "ตะวันออก 1",
        },
        {
            "number": 10,
            "anchor": "seat-10",
            "state": "ends",
            "holder": "นางสายพิณ (ตัวอย่าง)",
            "place": "ตะวันออก 2",
            "remarks": [{"words": "ครบวาระ 31 ส.ค. 2569"}],
        },
        {
            "number": 11,
            "anchor": "seat-11",
            "state": "sub",
            "holder": "นายถวิล (ตัวอย่าง)",
            "place": "ตะวันออก 1",
            "remarks": [
                {
                    "words": "ผู้แทนชั่วคราว",
                    "name": "นางสมพร (ตัวอย่าง)",
                    "url": "#bench-east",
                    "until": "ถึง 30 ก.ย. 2569",
                }
            ],
        },
        {
            "number": 12,
            "anchor": "seat-12",
            "state": "vacant",
            "holder": "ว่างตั้งแต่ 1 มิ.ย. 2569",
            "place": "ตะวันออก 2",
        },
    ],
}
SAMPLE_CALENDAR = {
    "years": [2568, 2569, 2570],
    "day_x": 500,
    "boards": [
        {
            "name": "คณะกรรมการ พอช.",
            "lines": [
                {
                    "name": "นายประเสริฐ (ตัวอย่าง)",
                    "place": "ตะวันออก",
                    "days": "1 กรกฎาคม 2568 – 30 มิถุนายน 2569",
                    "bars": [{"x": 166, "width": 333, "is_ahead": False}],
                },
                {
                    "name": "นางสายพิณ (ตัวอย่าง)",
                    "place": "เหนือบน",
                    "days": "1 เมษายน 2569 – 30 มิถุนายน 2570",
                    "bars": [
                        {"x": 415, "width": 85, "is_ahead": False},
                        {"x": 500, "width": 333, "is_ahead": True},
                    ],
                },
            ],
        },
    ],
}
SAMPLES = {
    "tones": [
        ("--ground", "พื้นหน้า"),
        ("--sheet", "กระดาษ"),
        ("--sunk", "ท้ายหน้า"),
        ("--ink", "หมึก"),
        ("--ink-soft", "หมึกจาง"),
        ("--indigo", "คราม"),
        ("--turmeric", "ขมิ้น"),
        ("--gold", "ทอง"),
        ("--lac", "ครั่ง"),
        ("--leaf", "ใบ"),
    ],
    "icons": ICONS,
    "states": ["done", "wait", "draft", "none", "late", "back"],
    "counts": [
        {"value": 4, "words": "ผ่านแล้ว", "url": "?show=done#counts", "is_current": True},
        {"value": 1, "words": "รอตรวจ", "url": "?show=wait#counts"},
        {"value": 2, "words": "ช้ากว่ากำหนด", "url": "?show=late#counts"},
        {"value": 0, "words": "ส่งกลับให้แก้", "url": ""},
    ],
    "steps": [
        {"label": "ร่างวาระ", "when": "29 พ.ค.", "is_past": True},
        {"label": "แจ้งแล้ว", "when": "5 มิ.ย.", "is_past": True},
        {"label": "กำลังประชุม", "when": "12–13 มิ.ย.", "is_current": True},
        {"label": "ร่างรายงาน", "when": "20 มิ.ย."},
        {"label": "รับรองรายงาน", "when": "ครั้งที่ 3/2569"},
    ],
    "lanes": [
        {
            "title": "ค้นหา",
            "when": "เสร็จ 14 ก.พ. 2569",
            "rows": [
                {"icon": "check", "text": "ข้อมูลพื้นฐานครบ 9 จาก 9 ข้อ"},
                {"icon": "check", "text": "กิจกรรมต่อเนื่องเกิน 1 ปี", "detail": "สมุดบันทึกและภาพถ่าย"},
            ],
        },
        {
            "title": "ให้การรับรอง",
            "when": "มติ 22 เม.ย. 2569",
            "rows": [
                {
                    "icon": "people",
                    "text": "คณะพิจารณา 7 คน",
                    "detail": "ชุมชน 4 คน หน่วยงานท้องถิ่น 3 คน",
                },
                {"icon": "seal", "text": "รับรองพร้อมข้อแนะนำ"},
            ],
        },
        {
            "title": "พัฒนาต่อเนื่อง",
            "when": "กำลังดำเนินการ",
            "is_now": True,
            "rows": [
                {"icon": "clock", "text": "ทบทวนครั้งถัดไป ส.ค. 2569"},
            ],
        },
    ],
    "links": [
        {"label": "สภาองค์กรชุมชนตำบล", "detail": "งานประเด็นในพื้นที่"},
        {"label": "เครือข่ายจังหวัด", "detail": "ปทุมธานี", "is_current": True},
        {"label": "คณะอนุฯ 67 คน", "detail": "เชื่อมโยงระดับชาติ"},
        {"label": "ระดับนโยบาย", "detail": "ข้อเสนอจากล่างขึ้นบน"},
    ],
    "views": [
        {"url": "?view=1#seg", "label": "สายงานที่ก้าวหน้า", "is_current": True},
        {"url": "?view=2#seg", "label": "องค์กรที่รับรองแล้ว"},
        {"url": "?view=3#seg", "label": "พื้นที่รูปธรรม"},
    ],
    "entries": [
        {"when": "6 ก.ค. 2569 09.15 น.", "text": "ส่งกลับให้แก้ 1 ส่วน", "by": "กองเลขาฯ"},
        {"when": "4 ก.ค. 2569 14.20 น.", "text": "ส่งรายงาน", "by": "ผู้ประสานงานภาค"},
    ],
    "jumps": [
        {"url": "#words", "label": "ตัวอักษรและสี"},
        {"url": "#doing", "label": "ปุ่มและสถานะ"},
        {"url": "#rows", "label": "แถวและตาราง"},
        {"url": "#forms", "label": "แบบฟอร์ม"},
        {"url": "#meetings", "label": "การประชุม"},
        {"url": "#pictures", "label": "ภาพ"},
    ],
}


def samples():
    return {
        "tiles": [sample_tile(row) for row in places()],
        "levels": LEVELS,
        "cloth": [sample_row(*row) for row in SAMPLE_ROWS],
        "bench": SAMPLE_BENCH,
        "calendar": SAMPLE_CALENDAR,
        "north": NORTH,
        "all_done": ["done"] * 6,
        "weaves": ["done", "back", "wait", "wait", "draft", "none"],
        **SAMPLES,
    }
