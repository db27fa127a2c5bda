"""The shape of one section of a report."""

from collections import ChainMap
from itertools import chain

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext as _

from portal.kernel import thai
from portal.kernel.forms import ActionForm
from regions.actions import Answer, save_section
from regions.sections import TEXT_LIMIT

from . import number as of_number
from .line import Line, opened, written
from .typed import TypedField


class SectionForm(ActionForm):
    """One section of the report. Each number is a box, what may stand instead of it, and a note."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data=None, *, part, by):
        super().__init__(data, auto_id=f"{part.anchor}_%s")
        self.part, self.by = part, by
        self.fields["version"].initial = part.row.version
        for number in part.numbers:
            self.fields |= of_number.fields_of(number)
        for text in part.section.texts:
            self._ask_text(text)
        self.beside = [
            one["form"](data, shown=one, auto_id=f"{part.anchor}_%s")
            for one in part.beside
            if one["form"]
        ]

    def __iter__(self):
        """Every box of the section, also those of what stands beside."""
        return chain(super().__iter__(), *self.beside)

    @property
    def errors(self):
        return ErrorDict(ChainMap(super().errors, *(one.errors for one in self.beside)))

    def has_changed(self):
        return super().has_changed() or any(one.has_changed() for one in self.beside)

    def _ask_text(self, text):
        self.fields[text.key] = TypedField(
            label=text.label,
            help_text=text.hint,
            required=False,
            max_length=TEXT_LIMIT,
            widget=forms.Textarea(attrs={"rows": 3 if text.group else 5}),
            initial=self.part.row.answers.get(text.key, ""),
        )

    def clean(self):
        cleaned = super().clean()
        for number in self.part.numbers:
            instead = cleaned.get(f"{number.key}_instead", "")
            if of_number.contradicts(instead, cleaned.get(number.key)):
                words = {"instead": of_number.words_of(instead)}
                both = _("กรอกตัวเลขไว้ และเลือก “%(instead)s” ด้วย โปรดเลือกอย่างเดียว")
                self.add_error(number.key, both % words)
        return cleaned

    def answer_to(self, number) -> Answer:
        instead = self.cleaned_data.get(f"{number.key}_instead", "")
        value = self.cleaned_data.get(number.key)
        return Answer(
            value=of_number.value_of(instead) if value is None else value,
            is_applicable=instead != of_number.NOT_APPLICABLE,
            note=self.cleaned_data.get(f"{number.key}_note", ""),
        )

    def save(self):
        section = self.part.section
        answers = {text.key: self.cleaned_data[text.key] for text in section.texts}
        self.saved_row = save_section(
            self.part.row,
            answers=self.part.row.answers | answers,  # what was asked before stays
            figures={number.indicator.pk: self.answer_to(number) for number in self.part.numbers},
            beside=self.beside,
            version=self.cleaned_data["version"],
            by=self.by,
        )

    # What stands in two ways.

    def differences(self) -> list[dict]:
        """Where what was typed is not what stands saved: both texts, field by field."""
        asked = [*self._of_numbers(), *self._of_texts()]
        asked += [told for one in self.beside for told in one.differences()]
        return [
            {"field": field, "mine": mine, "theirs": theirs}
            for field, mine, theirs in asked
            if mine != theirs
        ]

    def _of_numbers(self):
        for number in self.part.numbers:
            yield number.name, self._typed_number(number), number.words
            note = _("%(name)s: หมายเหตุ") % {"name": number.name}
            yield note, self._typed(f"{number.key}_note"), number.note

    def _of_texts(self):
        answers = self.part.row.answers
        for text in self.part.section.texts:
            yield text.full_label, self._typed(text.key), answers.get(text.key, "")

    def _typed(self, name):
        return thai.normalise(self.data.get(name, ""))

    def _typed_number(self, number):
        chosen = self.cleaned_data.get(f"{number.key}_instead") or of_number.NOTHING_YET
        typed = self.cleaned_data.get(number.key, self._typed(number.key))
        if typed in (None, ""):
            typed = of_number.value_of(chosen)
        return f"{typed:,}" if isinstance(typed, int) and typed else typed or self._chosen(chosen)

    def _chosen(self, chosen):
        return of_number.words_of(chosen)

    # What the month before said, for whoever asks for it.

    def of_last_month(self) -> dict[str, str]:
        """What stood in each text box the month before, by the name of the box."""
        told = {
            text.key: self.part.texts_before.get(text.key, "") for text in self.part.section.texts
        }
        for one in self.beside:
            told |= one.of_last_month()
        return {name: text for name, text in told.items() if text}

    # How the template walks through it.

    @property
    def may_copy(self):
        """The month before said something where this month still says nothing."""
        return any(not self._standing(name) for name in self.of_last_month())

    def _standing(self, name):
        for one in (self, *self.beside):
            if name in one.fields:
                return one[name].value()
        return None

    @property
    def asked_numbers(self):
        return [
            {
                "number": number,
                "box": self[number.key],
                "instead": self[f"{number.key}_instead"],
                "note": self[f"{number.key}_note"],
            }
            for number in self.part.numbers
        ]

    @property
    def asked_texts(self):
        """(group, its boxes), in order."""
        return [
            (group, [self[text.key] for text in texts]) for group, texts in self.part.section.groups
        ]

    @property
    def open_texts(self):
        """Those that are no line of their own."""
        return [one for one in self.asked_texts if not self._is_line(*one)]

    @property
    def lines(self):
        """A line for each group of texts, where the section folds them."""
        groups = [one for one in self.asked_texts if self._is_line(*one)]
        anchor = self.part.anchor
        lines = (line_of(f"{anchor}-{n}", *one) for n, one in enumerate(groups, start=1))
        return opened(lines, begins=False)

    @property
    def all_lines(self):
        return [line for one in (*self.beside, self) for line in one.lines]

    def _is_line(self, group, boxes):
        return bool(group) and self.part.section.is_folded


def line_of(key, group, boxes):
    told = sum(bool(box.value()) for box in boxes)
    return Line(
        key=key,
        title=group,
        boxes=tuple(boxes),
        state=written(told, len(boxes)),
        is_told=bool(told),
    )
