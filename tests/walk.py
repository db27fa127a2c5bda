"""Walk a page: every number it shows, the link it stands in, and what the list there comes to.

A number belongs to the link it stands in; a number of a row, of one figure or of an explanation
to the link of that row. The number of a heading counts the rows under it. Any other is a fault.
"""

import re
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from django.utils import timezone
from lxml import html

from meetings.queries.cadence import late_bodies

MONTHS = r"(?:[ก-๙]{1,3}\.[ก-๙]\.|[ก-๙]+(?:คม|ยน|พันธ์))"
# Honest exceptions: what is no figure, although it is written in digits.
NO_FIGURE = re.compile(
    "|".join(
        [
            rf"(?:\d+(?:–\d+)?\s)?{MONTHS}\s25\d\d",  # a day, or a month with its year
            rf"\d+(?:–\d+)?\s{MONTHS}",  # a day of this year
            r"\d\d\.\d\d\sน\.",  # a time of day
            r"\d+\s(?:วัน|ชั่วโมง|นาที)",  # how long it has waited, of the days beside it
            r"12\sเดือนที่ผ่านมา",  # the name of a section
            r"(?:ครั้งที่|คำขอที่|ครั้งนี้)\s?\d+/25\d\d",  # the name of a meeting or a request
            r"(?:ที่นั่งที่|ส่วนที่|มติที่)\s\d+",  # the name of a seat, a section, a resolution
            r"\d+/25\d\d",
            r"คุณ\S+",  # the name of the reader
        ]
    )
)
SKIPPED = "self::svg or self::nav or @aria-hidden='true' or contains(@class,'no nw')"
HOUSES = ("a", "h1", "h2", "summary", "li", "tr", "dd")


class Told(NamedTuple):
    """What the page behind a link comes to."""

    total: object = None
    part: tuple[int, int] | None = None  # n of N
    percent: int | None = None
    others: tuple = ()


class Shown(NamedTuple):
    """The numbers of one place on the page, as it says them."""

    url: str | None
    words: str
    rows: tuple[int, ...] = ()  # of a heading: how many rows stand under it

    @property
    def numbers(self) -> list[str]:
        return re.findall(r"\d[\d,]*", NO_FIGURE.sub(" ", self.words))


def figures_on(page) -> list[Shown]:
    """Every place of the page with a number in it that is a figure."""
    [main] = html.fromstring(page.text).xpath("//main")
    houses = {}
    for text in main.xpath(".//text()[normalize-space()]"):
        parent = text.getparent() if not text.is_tail else text.getparent().getparent()
        if parent.xpath(f"ancestor-or-self::*[{SKIPPED}]"):
            continue
        houses.setdefault(house_of(parent, main), []).append(str(text))
    found = [shown(house, " ".join(texts)) for house, texts in houses.items()]
    return [one for one in found if one.numbers]


def house_of(element, main):
    """The link, heading, row, figure or explanation that the words stand in, else their own."""
    for each in (element, *element.iterancestors()):
        if each is main:
            return element
        if each.tag in HOUSES or "figure" in each.get("class", "").split():
            return each
    return element


def shown(house, text):
    words = re.sub(r"/ (?=25\d\d)", "/", " ".join(text.split()))
    if house.tag == "a":
        return Shown(house.get("href"), words)
    if house.tag in ("h1", "h2", "summary"):
        around = house.xpath("ancestor::*[self::section or self::details][1]")
        return Shown(None, words, rows_under(around[0]) if around else ())
    within = house.xpath("ancestor::details[1]")[0] if house.tag == "dd" else house
    links = within.xpath(".//a/@href")
    return Shown(links[0] if links else None, words)


def rows_under(section):
    """Rows of its lists, of its table, and tiles of its map."""
    return tuple(
        len(section.xpath(path))
        for path in (
            ".//*[self::ul or self::ol][contains(@class,'ledger')]/li",
            ".//tbody/tr",
            ".//a[contains(@class,'tile')]",
        )
    )


# -- What a list comes to -----------------------------------------------------------------


def told_by(client, url) -> Told:
    page = client.get(urlsplit(url)._replace(fragment="").geturl())
    assert page.status_code == 200, url
    read = next((read for part, read in READERS if part in url), None)
    if read is None:
        return Told()
    return read(page.context, parse_qs(urlsplit(url).query), urlsplit(url).fragment)


def a_figure(context, _asked, _place):
    total = context["total"]
    return Told(total.value, (total.reported, total.expected))


def a_rate(context, _asked, _place):
    rate = context["rate"]
    counts = [line.counts for line in context["lines"]]
    assert (counts.count(True), len(counts) - counts.count(None)) == (rate.n, rate.of)
    return Told(rate.n, (rate.n, rate.of), rate.percent, (rate.excluded,))


def rows(context, _asked, _place):
    page = context["page"]
    assert page.paginator.num_pages == 1
    return Told(len(page.object_list))


def requests(context, asked, place):
    if "timing" not in asked:
        return rows(context, asked, place)
    rate = context["rate"]
    assert len(context["page"].object_list) == rate.of
    return Told(rate.n, (rate.n, rate.of), rate.percent, (rate.excluded,))


def provinces_sent(context, asked, _place):
    rows = context["rows"]
    received = sum(row["report"].sent_at is not None for row in rows)
    return Told(len(rows)) if "state" in asked else Told(received, (received, len(rows)))


def invitations(context, _asked, place):
    if place == "calls":
        phoned = sum(row.phoned_at is not None for row in context["calls"])
        return Told(len(context["calls"]) - phoned, (phoned, len(context["calls"])))
    asked = [row for row in context["shown"] if row.person_id]
    answered = sum(bool(row.answer) for row in asked)
    letters = sum(row.channel == "letter" for row in context["shown"])
    coming = sum(row.answer == "coming" for row in asked)
    return Told(None, (answered, len(asked)), None, (letters, coming))


def a_resolution(context, _asked, _place):
    items = [one.item for one in context["entry"].obligations if one.item.withdrawn_at is None]
    return Told(len(items), (sum(item.done_at is not None for item in items), len(items)))


def a_meeting(context, _asked, _place):
    page = context["page"]
    items = sum(len(section.items) for section in page.sections)
    return Told(None, None, None, (items, len(page.resolutions)))


def bodies_that_missed(context, _asked, _place):
    return Told(len(late_bodies(context["rows"], on=timezone.localdate())))


READERS = [
    ("/figures/", a_figure),
    ("/rates/", a_rate),
    ("/reports/requests/?", requests),
    ("/reports/provinces/", provinces_sent),
    ("/reports/extensions/", rows),
    ("/reports/revisions/", rows),
    ("/reports/?", rows),
    ("/register/", rows),
    ("/action-items/", rows),
    ("/meetings/cadence/", bodies_that_missed),
    ("/meetings/resolutions/", a_resolution),
    ("/invitations/", invitations),
    ("/meetings/", a_meeting),
]


def faults_of(client, page) -> str:
    """What the page says that its lists do not, a line each."""
    return "\n".join(fault for one in figures_on(page) for fault in faults_in(client, one))


def faults_in(client, one: Shown):
    if one.rows:
        number = int(one.numbers[0])
        return [] if number in one.rows else [f"{one.words!r} over {one.rows} rows"]
    if one.url is None and one.numbers == ["0"]:  # a nought of a tally: its list would be empty
        return []
    if one.url is None:
        return [f"{one.words!r} is no link"]
    if one.url.startswith("tel:"):
        return []
    return disagreements(one, told_by(client, one.url))


def disagreements(one, told):
    words = NO_FIGURE.sub(" ", one.words).replace(",", "")
    said = []
    for percent in re.findall(r"(\d+)\s%", words):
        said.append((int(percent), told.percent))
    words = re.sub(r"\d+\s%", " ", words)
    for n, of in re.findall(r"(\d+)\s?(?:จาก|/)\s?(\d+)", words):
        said.append(((int(n), int(of)), told.part))
    words = re.sub(r"\d+\s?(?:จาก|/)\s?\d+", " ", words)
    for number in map(int, re.findall(r"\d+", words)):
        right = number in told.others or number == told.total
        said.append((number, number if right else told.total))
    return [f"{one.words!r} says {a}, {one.url} says {b}" for a, b in said if a != b]
