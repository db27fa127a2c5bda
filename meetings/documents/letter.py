"""หนังสือเชิญประชุม: an external letter with the agenda and a reply slip, one for each invited."""

from collections.abc import Iterator

from portal.kernel.papers.blocks import Block, paragraph, paragraphs, table
from portal.kernel.papers.paper import Document, head

from .agenda import agenda_blocks, agenda_head

GAP = "." * 18
SHORT = "." * 14
WIDE = "." * 36
CLOSING = "ขอแสดงความนับถือ"
ENCLOSED = "ระเบียบวาระการประชุม และแบบตอบรับ อย่างละ 1 ชุด"
FIELDS = {"subject": "เรื่อง", "to": "เรียน", "reference": "อ้างถึง", "enclosed": "สิ่งที่ส่งมาด้วย"}


def invitations(letters: list[dict], body: dict, **more) -> Document:
    """One after the other, each on pages of its own. ``letters`` say what differs; ``body`` is
    that of the meeting."""
    written = [{**letter, "attached": attached(letter, body)} for letter in letters]
    blocks = [
        block
        for number, letter in enumerate(written)
        for block in [*_apart(number), *_letter(letter), *letter["attached"]]
    ]
    title = f"หนังสือเชิญ{body['kind'].removeprefix('การ')} {body['number']}"
    return Document(
        title, title, blocks, {"letters": written, "mark": ""}, "invitation", numbered=False, **more
    )


def _apart(number: int) -> list[Block]:
    return [paragraph("page", "")] if number else []


def _letter(letter: dict) -> Iterator[Block]:
    yield table(
        [], [[f"ที่  {letter['number']}", f"{letter['agency']}\n{letter['address']}"]], style="beside"
    )
    yield paragraph("half", letter["date"])
    for name, label in FIELDS.items():
        if letter[name]:
            yield paragraph("field", f"{label}  {letter[name]}")
    for text in letter["paragraphs"]:
        yield from paragraphs("letter", text)
    yield paragraph("closing", letter["closing"])
    signed = [[f"({letter['signatory']})"], [letter["signatory_position"]]]
    yield table([], signed, style="signature")
    yield paragraph("small", letter["unit"])
    if letter["phone"]:
        yield paragraph("plain", f"โทร. {letter['phone']}")


def attached(letter: dict, body: dict) -> list[Block]:
    """ระเบียบวาระ and แบบตอบรับ, each on a page of its own."""
    return [
        paragraph("page", ""),
        *head(agenda_head(body)),
        *agenda_blocks(body),
        paragraph("page", ""),
        *reply_slip(letter, body),
    ]


def reply_slip(letter: dict, body: dict) -> Iterator[Block]:
    meeting = body["kind"].removeprefix("การ")
    yield from head({**agenda_head(body), "title": f"แบบตอบรับการเข้าร่วม{meeting}"})
    yield paragraph("label", f"ชื่อ–สกุล {letter['name'] or WIDE}")
    yield paragraph("plain", f"ตำแหน่ง/หน่วยงาน {letter['position'] or WIDE}")
    yield paragraph("plain", f"โทรศัพท์ {GAP}")
    yield from _answers()
    yield table([], [[f"({letter['name'] or '.' * 40})"], [f"วันที่ {GAP}"]], style="signature")
    phone = letter["phone"] and f" โทร. {letter['phone']}"
    yield paragraph("small", f"โปรดส่งกลับที่ {letter['unit']}{phone}")


def _answers() -> Iterator[Block]:
    """Nothing of faith or health is asked: who needs a special meal writes it as they like."""
    substitute = f"มอบให้ {GAP} ตำแหน่ง {GAP} มาประชุมแทน"
    room = f"ต้องการที่พัก ตั้งแต่วันที่ {SHORT} ถึงวันที่ {SHORT}"
    yield paragraph("label", "ข้าพเจ้า")
    yield _choices("เข้าร่วมประชุมได้", f"เข้าร่วมประชุมไม่ได้ เนื่องจาก {WIDE}", substitute)
    yield paragraph("label", "การเดินทาง ที่พัก และอาหาร")
    yield paragraph("plain", f"เดินทางถึงวันที่ {GAP} เวลา {SHORT} น. โดย {GAP}")
    yield _choices("ขอเบิกค่าพาหนะ", room, f"อาหารที่ต้องการเป็นพิเศษ {GAP}")


def _choices(*texts: str) -> Block:
    return table([], [[text] for text in texts], style="choices")
