"""รายงานการประชุม in form 11, laid out from the body of its minutes."""

from collections.abc import Iterator

from .blocks import Block, numbered, paragraph, paragraphs, table

RESOLVED = "มติที่ประชุม"


def form11(body: dict) -> list[Block]:
    return [*head(body), *roll(body), *agenda(body), *foot(body)]


def head(body: dict) -> Iterator[Block]:
    for key in ("title", "number", "subject", "when", "where"):
        if body[key]:
            yield paragraph("title", body[key])


def roll(body: dict) -> Iterator[Block]:
    """The three lists of form 11."""
    if body["roll_note"]:
        yield paragraph("plain", f"({body['roll_note']})", lead="ผู้มาประชุม")
        return
    yield from _people("ผู้มาประชุม", map(came, body["present"]))
    yield from _people("ผู้ไม่มาประชุม", map(missed, body["absent"]))
    yield from _people("ผู้เข้าร่วมประชุม", map(attended, body["attending"]))
    if body["not_noted"]:
        yield paragraph("plain", f"(ยังไม่มีบันทึกของอีก {body['not_noted']} ที่นั่ง)")


def came(row: dict) -> list[str]:
    """Name, position, and in whose place."""
    instead_of = row["instead_of"] and f"แทน {row['instead_of']}"
    mode = row["mode"] and f"({row['mode']})"
    return [row["name"], "\n".join(filter(None, [row["position"], instead_of, mode]))]


def missed(row: dict) -> list[str]:
    reason = row["reason"] and f"({row['reason']})"
    return [row["name"], "\n".join(filter(None, [row["position"], reason]))]


def attended(row: dict) -> list[str]:
    return [row["name"], row["position"]]


def _people(heading: str, rows: Iterator[list[str]]) -> Iterator[Block]:
    yield paragraph("label", heading)
    found = [[f"{number}.", *row] for number, row in enumerate(rows, 1)]
    yield table([], found, style="people") if found else paragraph("text", "ไม่มี")


# -- ข้อความ -------------------------------------------------------------------------


def agenda(body: dict) -> Iterator[Block]:
    yield paragraph("label", body["began"])
    if body["objectives"]:
        yield paragraph("text", "การประชุมครั้งนี้มีวัตถุประสงค์ ดังนี้")
        yield from numbered(body["objectives"])
    for section in body["sections"]:
        yield paragraph("section", section["heading"], lead=f"ระเบียบวาระที่ {section['number']}")
        if not section["items"] and not section["paragraphs"]:
            yield paragraph("text", body["nothing"])
        yield from _section(section)


def _section(section: dict) -> Iterator[Block]:
    for told in section["paragraphs"]:
        yield from _told(told)
    for item in section["items"]:
        yield from _item(item)


def _item(item: dict) -> Iterator[Block]:
    presenter = item["presenter"] and f"ผู้เสนอ {item['presenter']}"
    yield paragraph("item", "", lead=f"{item['number']} {item['title']}")
    yield from paragraphs("text", presenter)
    before = ""
    for told in item["paragraphs"]:
        yield from _told(told, before)
        before = told.get("speaker", "")
    for resolution in item["resolutions"]:
        yield from decided(resolution)
    if item["noted"]:
        yield paragraph("decision", "", lead=item["noted"])


def _told(told: dict, speaking: str = "") -> Iterator[Block]:
    """Whoever goes on speaking is not named again."""
    speaker = told.get("speaker", "")
    if told.get("heading"):
        yield paragraph("subject", "", lead=told["heading"])
    if told.get("text"):
        yield from paragraphs("text", told["text"], lead="" if speaker == speaking else speaker)
    if told.get("columns"):
        yield table(told["columns"], told["rows"])
    else:
        yield from _listed(told.get("rows", []))


def _listed(rows: list[dict]) -> Iterator[Block]:
    for number, row in enumerate(rows, 1):
        yield from paragraphs("listed", f"{number}. {row['text']}")
        for place, part in enumerate(row["parts"], 1):
            yield from paragraphs("part", f"{number}.{place} {part}")


def decided(resolution: dict) -> Iterator[Block]:
    """มติที่ประชุม, the quorum of its moment, and what it asks of whom."""
    lead = f"{RESOLVED} (มติที่ {resolution['number']})"
    yield from paragraphs("decision", resolution["text"], lead=lead)
    for row in resolution["assignments"]:
        owners = ", ".join(row["owners"])
        yield paragraph("listed", f"มอบหมาย {owners}: {row['title']} {row['due']}")
    if resolution["quorum"]:
        yield paragraph("listed", resolution["quorum"])


def foot(body: dict) -> Iterator[Block]:
    if body["next"]:
        yield paragraph("text", body["next"], lead="นัดประชุมครั้งต่อไป")
    yield paragraph("label", body["ended"])
    yield from signature(body["note_taker"], "ผู้จดรายงานการประชุม")
    yield from signature(body["checker"], "ผู้ตรวจรายงานการประชุม")


def signature(name: str, position: str) -> Iterator[Block]:
    """Room to sign, the name in brackets under it."""
    yield paragraph("sign", "")
    yield paragraph("signed", f"({name or '.' * 40})")
    yield paragraph("signed", position)
