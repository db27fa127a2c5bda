"""What an app above asks within a section of a report."""

from django import forms
from django.utils.functional import cached_property

from portal.kernel.models import User

from .line import Line, opened


class BesideForm(forms.Form):
    """Bound to what the section sent, and saved with it under its version.

    Hand the class to ``regions.sections.show_beside``; ``shown`` is what the context gave.
    """

    template: str
    questions: str  # the template of what one line opens
    begins = True  # the first thing that nobody answered yet stands open

    def __init__(self, data=None, *, shown: dict, auto_id: str):
        super().__init__(data, auto_id=auto_id)
        self.shown = shown

    @property
    def asked(self) -> list[tuple]:
        """Each thing asked about and its boxes, or None where it has none; the most urgent
        first."""
        raise NotImplementedError

    @cached_property
    def lines(self) -> list[Line]:
        """What is asked, a line each."""
        return opened((self.line_of(*asked) for asked in self.asked), begins=self.begins)

    def line_of(self, thing, *boxes) -> Line:
        raise NotImplementedError

    def keep(self, *, by: User) -> None:
        """Keep what was typed; whoever calls this holds the report and won the version."""
        raise NotImplementedError

    def says_already(self) -> bool:
        """Whether what was sent is what stands, as the database has it."""
        raise NotImplementedError

    def differences(self) -> list[tuple]:
        """(what, mine, theirs) of all that was asked."""
        raise NotImplementedError

    def called(self, thing) -> str:
        """What one thing asked about is called where it stands alone, as in a workbook."""
        raise NotImplementedError

    def more_room(self) -> list[str]:
        """The names of boxes that nobody asked for yet, where rows may be added."""
        return []

    def of_last_month(self) -> dict[str, str]:
        """What stood in each box the month before, by the name of the box."""
        return {}
