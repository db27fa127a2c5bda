"""คำตอบต่อคำขอของภาค: what the centre answers each request, inside its own report."""

import re

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from portal.kernel import thai
from portal.kernel.names import named
from portal.kernel.templatetags.portal_ui import state
from portal.kernel.thai_fields import ThaiDateField
from regions.actions.answering import Reply, keep_replies, lacks_of_reply
from regions.models import RequestAnswer, SupportRequest
from regions.parts import lacking
from regions.sections import TEXT_LIMIT
from regions.templatetags.regions_ui import request_standing

from .beside import BesideForm
from .line import Line
from .typed import TypedField

TYPED = re.compile(r"reply-(\d{1,15})-(?:decision|text|done_by)")
BOXES = ("decision", "text", "done_by")
DECISIONS = [
    ("", pgettext_lazy("support request", "ยังไม่ตอบ")),
    *RequestAnswer.Decision.choices,
]


class RepliesForm(BesideForm):
    """Every request that waits, each to be answered right here. It may be unfinished until the
    report is sent."""

    template = "regions/_replies_form.html"
    questions = "regions/_reply_questions.html"

    def __init__(self, data=None, *, shown, auto_id):
        super().__init__(data, shown=shown, auto_id=auto_id)
        self.report, self.today = shown["report"], shown["today"]
        self.told = shown["told"]
        self.requests = [*shown["waiting"], *gone(data or {}, shown)]
        for request in self.requests:
            self._ask(request)

    def _ask(self, request):
        kept = request.in_hand or RequestAnswer()
        self.fields[name_of(request, "decision")] = forms.ChoiceField(
            label=gettext_lazy("คำตอบ"),
            choices=DECISIONS,
            required=False,
            widget=forms.RadioSelect,
            initial=kept.decision,
        )
        self.fields[name_of(request, "text")] = TypedField(
            label=gettext_lazy("รายละเอียดหรือเหตุผล"),
            help_text=gettext_lazy("จะทำอะไรให้ อย่างไร ถ้าทำให้ไม่ได้ บอกเพราะอะไร"),
            required=False,
            max_length=TEXT_LIMIT,
            widget=forms.Textarea(attrs={"rows": 3}),
            initial=kept.text,
        )
        self.fields[name_of(request, "done_by")] = ThaiDateField(
            label=gettext_lazy("จะเสร็จภายใน"),
            help_text=gettext_lazy("เช่น 1/9/2569 ถ้าทำให้ไม่ได้ ไม่ต้องกรอก"),
            required=False,
            initial=kept.done_by,
        )

    @property
    def asked(self):
        return [
            (request, *(self[name_of(request, what)] for what in BOXES))
            for request in self.requests
        ]

    def line_of(self, request, decision, text, done_by):
        said = Reply(decision.value() or "", text.value() or "", done_by.value() or None)
        lacks = len(lacks_of_reply(said)) if any(said) else 0
        words = lacking(lacks) if lacks else dict(DECISIONS).get(said.decision, "")
        return Line(
            key=f"reply-{request.pk}",
            title=label_of(request),
            about=request_standing(request, self.today),
            state=state("draft" if any(said) else "none", words),
            boxes=(decision, text, done_by),
            is_told=any(said) and not lacks,
            is_half_told=bool(lacks),
            thing=request,
        )

    def called(self, request):
        return label_of(request)

    def keep(self, *, by):
        keep_replies(self.report, self._replies(), by=by)

    def says_already(self):
        """What was sent is what stands: as the database has it, not as this page read it."""
        kept = {
            answer.request_id: Reply(answer.decision, answer.text, answer.done_by)
            for answer in self.report.request_answers.filter(told_at=None)
        }
        return all(kept.get(pk, Reply()) == reply for pk, reply in self._replies().items())

    def _replies(self):
        return {request.pk: self._reply_to(request) for request in self.requests}

    def _reply_to(self, request):
        decision, text, done_by = (self.cleaned_data.get(name_of(request, w)) for w in BOXES)
        return Reply(decision or "", text or "", done_by)

    def differences(self):
        """(what, mine, theirs) of each request answered in two ways."""
        return [(label_of(one), self._typed(one), in_words(one.in_hand)) for one in self.requests]

    def _typed(self, request):
        decision, text, done_by = (self.data.get(name_of(request, what), "") for what in BOXES)
        return joined(decision, text, done_by)


def name_of(request, what):
    return f"reply-{request.pk}-{what}"


def gone(data, shown):
    """What was typed to a request that waits no more: it is kept all the same, and told nobody."""
    here = {request.pk for request in shown["waiting"]}
    named = {int(found[1]) for found in map(TYPED.fullmatch, data) if found and data[found[0]]}
    if not named - here:
        return []
    found = list(SupportRequest.objects.sent().filter(pk__in=named - here).for_list())
    for request in found:
        request.in_hand = None
    return found


def label_of(request):
    return _("คำขอที่ %(request)s %(region)s") % {
        "request": request,
        "region": named(request.region),
    }


def in_words(answer):
    if answer is None:
        return ""
    day = answer.done_by and thai.slashed_date(answer.done_by)
    return joined(answer.decision, answer.text, day or "")


def joined(decision, text, done_by):
    words = str(dict(DECISIONS).get(decision, decision)) if decision else ""
    return "\n".join(filter(None, [words, thai.normalise(text), thai.normalise(done_by)]))
