"""มติที่ต้องตอบ: an answer to each obligation, asked inside section 1 of a region's report."""

import re

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from meetings.actions.answering import Said, keep_answers
from meetings.models import Answer
from meetings.queries.answering import also_asked
from meetings.templatetags.meetings_ui import answered
from portal.kernel import thai
from portal.kernel.templatetags.portal_ui import state
from regions.forms import BesideForm, Line, TypedField
from regions.sections import TEXT_LIMIT

OBLIGATION = re.compile(r"obligation-(\d{1,15})-text")
CHOICES = [("", pgettext_lazy("obligation", "ยังไม่ตอบ")), *Answer.Progress.choices]


class AnswersForm(BesideForm):
    """Bound to what the section sent; saved with it (``regions.sections.show_beside``)."""

    template = "meetings/_answers_form.html"
    questions = "meetings/_obligation_questions.html"

    def __init__(self, data=None, *, shown, auto_id):
        super().__init__(data, shown=shown, auto_id=auto_id)
        self.report, self.today = shown["report"], shown["today"]
        self.items = [*shown["items"], *gone(data or {}, shown)]
        for item in self.items:
            self._ask(item)

    def _ask(self, item):
        self.fields[progress_of(item)] = forms.ChoiceField(
            label=gettext_lazy("ทำไปถึงไหน"),
            choices=CHOICES,
            required=False,
            widget=forms.RadioSelect,
            initial=item.said_progress or "",
        )
        self.fields[text_of(item)] = TypedField(
            label=gettext_lazy("ผลที่เกิดขึ้น"),
            help_text=gettext_lazy("ทำอะไรแล้ว ที่ไหน และหลักฐานอยู่ที่ใด"),
            required=False,
            max_length=TEXT_LIMIT,
            widget=forms.Textarea(attrs={"rows": 3}),
            initial=item.said_text or "",
        )

    @property
    def asked(self):
        return [(item, self[progress_of(item)], self[text_of(item)]) for item in self.items]

    def line_of(self, item, progress, text):
        said = said_in(progress.value(), text.value())
        return Line(
            key=f"obligation-{item.pk}",
            title=item.title,
            about=due_of(item, self.today),
            state=answered(said, self.report.state),
            boxes=(progress, text),
            is_told=bool(said),
            thing=item,
        )

    def called(self, item):
        return _("%(task)s (มติครั้งที่ %(meeting)s)") % about(item)

    def keep(self, *, by):
        keep_answers(self.report, self._said(), by=by)

    def says_already(self):
        """What was sent is what stands: as the database has it, not as this page read it."""
        kept = {
            answer.action_item_id: Said(answer.progress, answer.text)
            for answer in self.report.obligation_answers.all()
        }
        return all(kept.get(pk, Said()) == said for pk, said in self._said().items())

    def _said(self):
        return {item.pk: self._said_to(item) for item in self.items}

    def _said_to(self, item):
        progress, text = (self.cleaned_data[name(item)] for name in (progress_of, text_of))
        return Said(said_in(progress, text), text)

    def differences(self):
        """(what, mine, theirs) of each obligation answered in two ways."""
        return [(self.called(item), self._typed(item), kept(item)) for item in self.items]

    def _typed(self, item):
        chosen = self.data.get(progress_of(item), "")
        return in_words(chosen, thai.normalise(self.data.get(text_of(item), "")))


def progress_of(item):
    return f"obligation-{item.pk}-progress"


def text_of(item):
    return f"obligation-{item.pk}-text"


def gone(data, shown):
    """What was answered though it waits no more: somebody settled it while this was typed."""
    here = {item.pk for item in shown["items"]}
    named = {int(found[1]) for found in map(OBLIGATION.fullmatch, data) if found and data[found[0]]}
    return also_asked(shown["report"], named - here) if named - here else []


def said_in(progress, text):
    """Words without a choice say that the work goes on."""
    return progress or (Answer.Progress.DOING if text else "")


def due_of(item, today):
    return state("late") if item.is_open and item.due_on < today else item.due_in_words


def about(item):
    return {"task": item.title, "meeting": item.resolution.meeting}


def kept(item):
    return in_words(item.said_progress or "", item.said_text or "")


def in_words(progress, text):
    words = str(dict(CHOICES).get(said_in(progress, text), ""))
    return f"{words}\n{text}".strip()
