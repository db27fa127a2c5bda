"""What reviewers and filers of the demonstration said to one another."""

JUDGED = {
    "resolutions": {"verdict": "pass", "reason": ""},
    "plans": {"verdict": "return", "reason": "วงเงินที่ใช้ไปยังไม่ตรงกับไตรมาสก่อน โปรดตรวจอีกครั้ง"},
}

# Region, why it was asked, the section that opened, what was to be mended there.
REOPENED = (
    "south",
    "นับองค์กรที่ติดตามซ้ำหนึ่งตำบล พบเมื่อเทียบกับทะเบียน",
    "certification",
    "ตัดตำบลที่นับซ้ำออก แล้วเขียนหมายเหตุไว้",
)
CHANGED = [
    {
        "section": "certification",
        "field": "organizations_followed_up",
        "before": {"value": 21, "is_applicable": True, "note": ""},
        "after": {"value": 18, "is_applicable": True, "note": ""},
    },
]
ASKED = ("upper-north", "พื้นที่รูปธรรมหนึ่งตำบลยกระดับแล้วก่อนสิ้นเดือน แต่ไม่ได้นับไว้")
CALLS = [("east", "ผู้ประสานงานอยู่ในพื้นที่ จะกรอกคืนนี้")]
LETTERS = ["bangkok-vicinity"]
