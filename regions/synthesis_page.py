"""A month's synthesis as pages and papers show it: chapters, numbers, headings, paragraphs."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _

from .addresses import figure_url
from .drafting import headings_also, headings_of
from .models import Region, ReportingUnit, Synthesis, SynthesisPoint
from .queries.synthesis import figures_of, kin_of, points_of
from .sections import sections_for
from .sections.shapes import Section


@dataclass(frozen=True)
class Number:
    """One number with its list: ``told`` is what publishing keeps of it."""

    told: dict
    url: str = ""

    @property
    def words(self) -> str:
        """12 องค์กร; of a ratio also what was divided."""
        if self.told["value"] is None:
            return _("ยังไม่มี")
        return f"{shown(self.told['value'])} {self.told['unit']}"

    @property
    def sources(self) -> str:
        """เหนือบน 6 · ใต้ 5"""
        return " · ".join(map(_said, self.told["sources"]))


def shown(number: object) -> str:
    return floatformat(Decimal(str(number)), "-2g")


def _said(source: dict) -> str:
    known = [value for value in source["values"] if value is not None]
    values = "/".join(shown(value) for value in known) or _("ไม่เกี่ยวข้อง")
    return f"{source['region']} {values}"


@dataclass(frozen=True)
class Origin:
    region: Region
    url: str  # nothing for who may not read the report

    @property
    def name(self) -> str:
        return self.region.short_name


@dataclass(frozen=True)
class Row:
    point: SynthesisPoint
    origins: list[Origin]

    @property
    def says_whose(self) -> bool:
        """A quotation begins with the name of its region; what people wrote may not."""
        return self.point.text.strip() == self.point.drafted.strip()

    @property
    def is_traced(self) -> bool:
        """Whether the regions must stand below, or can be opened there."""
        return not self.says_whose or any(origin.url for origin in self.origins)

    @property
    def names(self) -> str:
        """เหนือบน, ใต้"""
        return ", ".join(origin.name for origin in self.origins)


@dataclass(frozen=True)
class Heading:
    section: str
    subject: str
    name: str
    rows: list[Row]
    left_out: list[Row]

    @property
    def merges(self) -> bool:
        return len(self.rows) > 1

    @property
    def form_id(self) -> str:
        return f"merge-{self.section}-{self.subject}"


@dataclass(frozen=True)
class Chapter:
    number: int
    section: Section
    numbers: list[Number] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        return f"c{self.number}"

    @property
    def is_said(self) -> bool:
        return bool(self.numbers) or any(heading.rows for heading in self.headings)


@dataclass(frozen=True)
class Told:
    """All of it; ``coverage`` says how many regions are in it and who is not."""

    synthesis: Synthesis
    coverage: Number
    chapters: list[Chapter]
    points: list[SynthesisPoint]

    @property
    def links(self) -> list[dict]:
        """To each chapter that says something."""
        return [
            {"url": f"#{chapter.anchor}", "label": chapter.section.title}
            for chapter in self.chapters
            if chapter.is_said
        ]


def told_in(synthesis: Synthesis, *, readable: Collection[int] = (), links: bool = False) -> Told:
    """``readable`` are the reports whose pages the reader may open; ``links`` leads from each
    number to its list. As many statements for a long one as for a short one."""
    figures = synthesis.figures or figures_of(synthesis.round)
    points = points_of(synthesis)
    numbers = _numbers(figures[1:], synthesis.round.month if links else None)
    also = headings_also({kin_of(point)[1] for point in points})
    chapters = [
        Chapter(
            at, section, numbers.get(section.key, []),
            _headings(section, points, also | headings_of(section), readable),
        )
        for at, section in enumerate(sections_for(ReportingUnit.Kind.REGION), 1)
    ]  # fmt: skip
    return Told(synthesis, Number(figures[0]), chapters, points)


def _numbers(figures: Iterable[dict], month: date | None) -> dict[str, list[Number]]:
    """By section; with a month each leads to its list."""
    found: dict[str, list[Number]] = {}
    for one in figures:
        url = figure_url(one["key"], month) if month else ""
        found.setdefault(one["section"], []).append(Number(one, url))
    return found


def _headings(
    section: Section,
    points: Iterable[SynthesisPoint],
    names: dict[str, str],
    readable: Collection[int],
) -> list[Heading]:
    """In the order of the form, whatever was added later."""
    kin = _by_subject(point for point in points if point.section == section.key)
    order = {name: at for at, name in enumerate(names)}
    return [
        _heading(section.key, subject, names.get(subject, ""), kin[subject], readable)
        for subject in sorted(kin, key=lambda subject: order.get(subject, len(order)))
    ]


def _by_subject(points: Iterable[SynthesisPoint]) -> dict[str, list[SynthesisPoint]]:
    found: dict[str, list[SynthesisPoint]] = {}
    for point in points:
        found.setdefault(kin_of(point)[1], []).append(point)
    return found


def _heading(
    section: str,
    subject: str,
    name: str,
    points: Sequence[SynthesisPoint],
    readable: Collection[int],
) -> Heading:
    rows = [Row(point, _origins(point, readable)) for point in points]
    return Heading(
        section, subject, name,
        [row for row in rows if not row.point.is_left_out],
        [row for row in rows if row.point.is_left_out],
    )  # fmt: skip


def _origins(point: SynthesisPoint, readable: Collection[int]) -> list[Origin]:
    """Each region once, in the order of the regions."""
    found: dict[int, Origin] = {}
    for one in sorted(point.origins.all(), key=lambda one: one.section.report.unit.region.number):
        report = one.section.report
        url = f"{report.get_absolute_url()}#s{one.section.position}"
        known = Origin(report.unit.region, url if report.pk in readable else "")
        found.setdefault(report.unit.region_id, known)
    return list(found.values())
