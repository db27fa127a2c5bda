"""ความก้าวหน้ารายประเด็น: one box for each issue, asked inside a section of a region's report."""

from django import forms
from django.utils.translation import gettext as _

from committees.actions.issue_progress import Told, keep_progress
from committees.models import IssueProgress
from portal.kernel import thai
from portal.kernel.names import named
from regions.forms import BesideForm, Line, TypedField, written
from regions.sections import TEXT_LIMIT

Level = IssueProgress.Level


class IssueProgressForm(BesideForm):
    """A text and a level for each issue; an empty text tells nothing of it."""

    template = "committees/_issue_progress_form.html"
    questions = "committees/_issue_questions.html"
    begins = False  # only what moved is told

    def __init__(self, data=None, *, shown, auto_id):
        super().__init__(data, shown=shown, auto_id=auto_id)
        self.report, self.issues = shown["report"], shown["issues"]
        for one in self.issues:
            self._ask(one)

    def _ask(self, one):
        self.fields[text_of(one)] = TypedField(
            label=named(one.issue),
            required=False,
            max_length=TEXT_LIMIT,
            widget=forms.Textarea(attrs={"rows": 3}),
            initial=one.told.text if one.told else "",
        )
        self.fields[level_of(one)] = forms.ChoiceField(
            label=_("ระดับ"),
            choices=Level.choices,
            required=False,
            widget=forms.RadioSelect,
            initial=one.told.level if one.told else Level.PROVINCE,
        )

    @property
    def asked(self):
        return [(one, self[text_of(one)], self[level_of(one)]) for one in self.issues]

    def line_of(self, one, text, level):
        is_told = bool(text.value())
        return Line(
            key=f"issue-{one.issue.pk}",
            title=named(one.issue),
            state=written(is_told),
            boxes=(text, level),
            is_told=is_told,
            thing=one,
        )

    def called(self, one):
        return named(one.issue)

    def keep(self, *, by):
        keep_progress(self.report, self._told(), by=by)

    def says_already(self):
        kept = {row.issue_id: Told(row.level, row.text) for row in self.report.issue_progress.all()}
        told = {issue: one for issue, one in self._told().items() if one.text}
        return kept == told

    def _told(self):
        return {
            one.issue.pk: Told(
                self.cleaned_data[level_of(one)] or Level.PROVINCE, self.cleaned_data[text_of(one)]
            )
            for one in self.issues
        }

    def differences(self):
        """(what, mine, theirs) of each issue told in two ways."""
        return [(named(one.issue), self._typed(one), in_words(one.told)) for one in self.issues]

    def _typed(self, one):
        text = thai.normalise(self.data.get(text_of(one), ""))
        level = self.data.get(level_of(one)) or Level.PROVINCE
        return in_words(IssueProgress(level=level, text=text)) if text else ""

    def of_last_month(self):
        return {text_of(one): one.before.text for one in self.issues if one.before}


def text_of(one):
    return f"issue-{one.issue.pk}-text"


def level_of(one):
    return f"issue-{one.issue.pk}-level"


def in_words(told):
    return f"{told.get_level_display()}\n{told.text}" if told else ""
