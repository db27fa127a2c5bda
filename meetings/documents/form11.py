"""รายงานการประชุม in form 11, laid out from the body of its minutes."""

from collections.abc import Iterable, Iterator

from portal.kernel.papers.blocks import Block, numbered, paragraph, paragraphs, table
from portal.kernel.papers.paper import HEAD, Document, head

RESOLVED = "มติที่ประชุม"
DOTS = "." * 40  # to be written by hand


def minutes(body: dict, **more) -> Document:
    """The whole of it. Word has the lists of people by name, so that a template may lay them
    out as it likes."""
    fields = {
        **{name: body[name] for name in (*HEAD, "roll_note", "ended")},
        "not_noted": _not_noted(body),
        "present": _by_name(map(came, body["present"])),
        "absent": _by_name(map(missed, body["absent"])),
        "attending": _by_name(map(attended, body["attending"])),
        "body": [*agenda(body)],
        "note_taker": body["note_taker"] or DOTS,
        "checker": body["checker"] or DOTS,
        "mark": more.get("mark", ""),
    }
    name = f"รายงาน{body['kind']} {body['number']}"
    return Document(
        name, f"{body['title']} {body['number']}", form11(body), fields, "minutes", **more
    )


def form11(body: dict) -> list[Block]:
    return [*head(body), *roll(body), *agenda(body), *foot(body)]


def _by_name(rows: Iterable[list[str]]) -> list[dict]:
    return [
        {"no": str(number), "name": name, "detail": detail}
        for number, (name, detail) in enumerate(rows, 1)
    ]


# -- ผู้มาประชุม, ผู้ไม่มาประชุม, ผู้เข้าร่วมประชุม -------------------------------------------


def roll(body: dict) -> Iterator[Block]:
    """The three lists of form 11."""
    if body["roll_note"]:
        yield paragraph("plain", f"({body['roll_note']})", lead="ผู้มาประชุม")
        return
    yield from people("ผู้มาประชุม", map(came, body["present"]))
    yield from people("ผู้ไม่มาประชุม", map(missed, body["absent"]))
    yield from people("ผู้เข้าร่วมประชุม", map(attended, body["attending"]))
    if body["not_noted"]:
        yield paragraph("plain", _not_noted(body))


def _not_noted(body: dict) -> str:
    count, places = body["not_noted"], body.get("places", "ที่นั่ง")
    return f"(ยังไม่มีบันทึกของอีก {count} {places})" if count else ""


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


def people(heading: str, rows: Iterator[list[str]]) -> Iterator[Block]:
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
    if body["next"]:
        yield paragraph("text", body["next"], lead="นัดประชุมครั้งต่อไป")


def _section(section: dict) -> Iterator[Block]:
    for told in section["paragraphs"]:
        yield from told_of(told)
    for item in section["items"]:
        yield from _item(item)


def _item(item: dict) -> Iterator[Block]:
    presenter = item["presenter"] and f"ผู้เสนอ {item['presenter']}"
    yield paragraph("item", "", lead=f"{item['number']} {item['title']}")
    yield from paragraphs("text", presenter)
    before = ""
    for told in item["paragraphs"]:
        yield from told_of(told, before)
        before = told.get("speaker", "")
    for resolution in item["resolutions"]:
        yield from decided(resolution)
    if item["noted"]:
        yield paragraph("decision", "", lead=item["noted"])


def told_of(told: dict, speaking: str = "") -> Iterator[Block]:
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
    yield paragraph("label", body["ended"])
    yield from signature(body["note_taker"], "ผู้จดรายงานการประชุม")
    yield from signature(body["checker"], "ผู้ตรวจรายงานการประชุม")


def signature(name: str, position: str) -> Iterator[Block]:
    """Room to sign, the name in brackets under it."""
    yield table([], [[f"({name or DOTS})"], [position]], style="signature")
