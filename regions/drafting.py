"""The first draft of a month's synthesis: what regions wrote, in order, each with its place (S99).

Pure: the same reports make the same draft. A paragraph is the words of one region as they were
written, never shortened; people merge and edit afterwards (``actions.synthesising``). Numbers are
no part of it: they are the rolled figures themselves (``queries.synthesis``), and nobody retypes
one.

What apps above keep of a report they add once, when they start::

    quote_also(progress_of_issues, names_of_issues)
    # def progress_of_issues(reports) -> list[Quote]
    # def names_of_issues(subjects) -> {subject: heading}, in the order of the headings
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from .models import RegionalReport, ReportingUnit, ReportSection
from .sections import section_of, sections_for
from .sections.shapes import Section


@dataclass(frozen=True)
class Quote:
    """What one report says of one thing. ``field`` names it within its section for ever, and
    several things under one heading as ``heading--thing``; ``place`` orders the headings."""

    report: int
    section: str
    field: str
    words: str
    place: int = 0
    said: str = ""  # how the paragraph goes, where that is more than a name and the words


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the draft, and the one section of a report that it comes from."""

    section: str
    field: str
    text: str
    quoted: str
    origin: ReportSection

    @property
    def key(self) -> tuple[int, str]:
        return self.origin.pk, self.field


Ask = Callable[[Sequence[RegionalReport]], Iterable[Quote]]
Name = Callable[[Collection[str]], dict[str, str]]
_ALSO: list[tuple[Ask, Name]] = []
ALSO_AT = -100_000  # before the texts of a section, as on the form


def quote_also(ask: Ask, name: Name) -> None:
    """``name(subjects)`` says the headings of those that ``ask(reports)`` quotes under."""
    if (ask, name) not in _ALSO:
        _ALSO.append((ask, name))


def quoted_also(reports: Sequence[RegionalReport]) -> list[Quote]:
    """What apps above know: as many statements as they need for one report."""
    return [quote for ask, _name in _ALSO for quote in ask(reports)]


def headings_also(subjects: Collection[str]) -> dict[str, str]:
    return {subject: name for _ask, told in _ALSO for subject, name in told(subjects).items()}


def drafted(reports: Sequence[RegionalReport], also: Iterable[Quote]) -> list[Paragraph]:
    """Section by section and heading by heading, then region by region in the order of
    ``reports``; only what was written."""
    rows = {(report.pk, row.key): row for report in reports for row in report.sections.all()}
    order = {report.pk: at for at, report in enumerate(reports)}
    names = {report.pk: report.unit.region.name for report in reports}
    quotes = [quote for quote in (*_texts(reports), *also) if (quote.report, quote.section) in rows]
    places = {section.key: at for at, section in enumerate(sections_for(ReportingUnit.Kind.REGION))}
    quotes.sort(key=lambda quote: (places[quote.section], quote.place, order[quote.report]))
    return [
        _paragraph(quote, names[quote.report], rows[quote.report, quote.section])
        for quote in quotes
    ]


def _paragraph(quote: Quote, region: str, row: ReportSection) -> Paragraph:
    said = quote.said or f"“{quote.words}”"
    return Paragraph(quote.section, quote.field, f"{region} {said}", quote.words, row)


def _texts(reports: Sequence[RegionalReport]) -> Iterable[Quote]:
    """Every box of the form somebody wrote in."""
    for report in reports:
        for row in report.sections.all():
            for at, text in enumerate(texts_of(section_of(row.key))):
                if words := str(row.answers.get(text.key) or "").strip():
                    yield Quote(report.pk, row.key, text.key, words, place=at)


def texts_of(section: Section) -> tuple:
    return (*section.texts, *section.retired)


def subject_of(field: str) -> str:
    """What may be merged: one box, one issue, one resolution; all requests are one subject."""
    return "requests" if field.startswith("request-") else field.partition("--")[0]


def headings_of(section: Section) -> dict[str, str]:
    """Over the paragraphs of one box: its label, after the name of its group."""
    return {
        text.key: " · ".join(filter(None, [str(text.group), str(text.label)]))
        for text in texts_of(section)
    }
