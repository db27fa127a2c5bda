"""The dry run as its page tells it: every row with its verdict, the wrong ones first."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.kernel.names import named

from .checking import Draft, check, deeds_of, fingerprint, state_of
from .values import Finding


@dataclass(frozen=True)
class Line:
    """One row of the file as the report prints it."""

    draft: Draft
    letters: dict[str, str]

    @property
    def where(self) -> str:
        return f"{self.draft.sheet} {self.draft.row}"

    @property
    def name(self) -> str:
        return self.draft.full_name if self.draft["first_name"] else _("ไม่มีชื่อ")

    @property
    def seat(self) -> str:
        seat = self.draft.seat
        if seat is None:
            return ""
        return _("ที่นั่งที่ %(n)s %(place)s") % {"n": seat.number, "place": named(seat.stands_for)}

    @property
    def findings(self) -> list[tuple[str, Finding]]:
        """Each with its column as the spreadsheet names it, from left to right."""
        found = ((self.letters.get(finding.key, ""), finding) for finding in self.draft.findings)
        return sorted(found, key=lambda pair: (not pair[0], len(pair[0]), pair[0]))

    @property
    def deeds(self) -> list[str]:
        return deeds_of(self.draft)


class Report:
    """A file looked at against the register of this moment."""

    def __init__(self, table: dict) -> None:
        self.notes = table["notes"]
        self.sheets = list(table["columns"])
        lines = {"right": [], "wrong": [], "done": [], "blank": []}
        for draft in check(table):
            lines[state_of(draft)].append(Line(draft, table["columns"][draft.sheet]))
        self.right, self.wrong = lines["right"], lines["wrong"]
        self.done, self.blank = lines["done"], lines["blank"]

    @property
    def is_all_right(self) -> bool:
        return not self.wrong

    @property
    def total(self) -> int:
        return sum(map(len, (self.right, self.wrong, self.done, self.blank)))

    @property
    def right_rows(self) -> str:
        return ",".join(str(line.draft.index) for line in self.right)

    @property
    def seen(self) -> str:
        return fingerprint([line.draft for line in self.right])
