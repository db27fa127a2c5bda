"""The directory as a file: one row for each person, as the page was filtered, for its day."""

from collections.abc import Callable, Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committees.queries.directory import Entry
from committees.queries.role_words import mode_words, standing_words
from portal.kernel.exports import Column, csvw_of, dictionary_of, table_of
from portal.kernel.tables import Table
from portal.kernel.thai import long_date

HIDDEN = gettext_lazy("มีเฉพาะที่ท่านมีสิทธิเห็นหรือเจ้าตัวให้เผยแพร่")


def together(words: Iterable[str]) -> str:
    return "; ".join(words)


def first_day(entry: Entry) -> date | None:
    """Since when they sit in their seat; who sits in none, since when they have their post."""
    rows = entry.holdings or entry.substitutions or entry.posts
    return min((row.starts_on for row in rows), default=None)


def term_end(entry: Entry) -> date | None:
    return min((row.term_ends_on for row in entry.holdings if row.term_ends_on), default=None)


def in_buddhist_era(day: date | None) -> str:
    return long_date(day) if day else ""


def standings_on(on: date) -> Callable[[Entry], str]:
    def read(entry):
        rows = entry.holdings
        days = ((row, row.seat.committee.ends_soon_days) for row in rows)
        return together([standing_words(row.standing(on=on, warn_days=warn)) for row, warn in days])

    return read


def columns(*, on: date) -> list[Column]:
    return [*name_columns(), *place_columns(), *term_columns(on=on), *contact_columns()]


def name_columns() -> list[Column]:
    return [
        Column("prefix", _("คำนำหน้านาม"), "", lambda one: one.person.name_prefix),
        Column("first_name", _("ชื่อ"), "", lambda one: one.person.first_name),
        Column("last_name", _("นามสกุล"), "", lambda one: one.person.last_name),
    ]


def place_columns() -> list[Column]:
    """What they are and where; several are parted by a semicolon."""
    several = _("ทุกรายการในวันนั้น คั่นด้วย ;")
    return [
        Column("positions", _("ตำแหน่ง"), several, lambda one: together(one.positions)),
        Column("regions", _("ภาค"), several, lambda one: together(one.region_names)),
        Column("clusters", _("กลุ่มจังหวัด"), several, lambda one: together(one.clusters)),
        Column("issues", _("ประเด็น"), several, lambda one: together(one.issues)),
        Column("bodies", _("กรรมการย่อยหรือบอร์ด"), several, lambda one: together(one.bodies)),
    ]


def term_columns(*, on: date) -> list[Column]:
    modes = _("แต่งตั้งอย่างเป็นทางการ หรือเครือข่ายการทำงาน")
    computed = _("คำนวณจากวันที่ ณ วันของไฟล์นี้")
    return [
        Column("mode", _("รูปแบบ"), modes, lambda one: together(map(mode_words, one.holdings))),
        Column("standing", _("วาระของที่นั่ง"), computed, standings_on(on)),
        *day_columns("since", _("ดำรงตำแหน่งตั้งแต่"), first_day),
        *day_columns("term_ends", _("ครบวาระ"), term_end),
    ]


def day_columns(name: str, heading: str, read: Callable[[Entry], date | None]) -> list[Column]:
    """The same day twice: for programs in the common era, for people in the Buddhist era."""
    return [
        Column(
            name,
            _("%(what)s (ค.ศ.)") % {"what": heading},
            _("ปี-เดือน-วัน ค.ศ. สำหรับโปรแกรม"),
            read,
            datatype="date",
        ),
        Column(
            f"{name}_be",
            _("%(what)s (พ.ศ.)") % {"what": heading},
            _("วันเดียวกัน เขียนอย่างที่อ่าน"),
            lambda one: in_buddhist_era(read(one)),
        ),
    ]


def contact_columns() -> list[Column]:
    contacts = (
        ("phone", _("โทรศัพท์"), lambda one: one.person.shown_phone),
        ("email", _("อีเมล"), lambda one: one.person.shown_email),
        ("line_id", _("ไลน์ไอดี"), lambda one: one.person.shown_line_id),
    )
    return [
        Column(name, f"{heading} ({HIDDEN})", str(HIDDEN), read) for name, heading, read in contacts
    ]


def directory_table(entries: list[Entry], *, on: date) -> Table:
    return table_of(_("รายชื่อ"), columns(on=on), entries)


def dictionary_table(*, on: date) -> Table:
    """What each column means; for which day the file speaks."""
    day = ["on", _("วันของไฟล์นี้"), "date", f"{on.isoformat()} ({long_date(on)})"]
    return dictionary_of(columns(on=on), day)


def metadata(*, url: str, on: date) -> dict:
    title = _("รายชื่อคณะอนุกรรมการ 67 และผู้เกี่ยวข้อง ณ %(day)s") % {"day": long_date(on)}
    return csvw_of(columns(on=on), url=url, title=title)
