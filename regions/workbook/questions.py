"""The boxes of one section, one after the other, as the rows of a sheet ask them."""

from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.forms.boundfield import BoundField
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.kernel.thai import normalise
from portal.kernel.thai_fields import ThaiDateField
from regions.forms.elsewhere import as_typed, section_form
from regions.forms.number import NOT_APPLICABLE, NOTHING_YET, ZERO, of_provinces, words_of
from regions.parts import Number, Part


@dataclass(frozen=True)
class Question:
    """One row: the box it fills, the words that stand for its values, and what helps."""

    section: str
    box: BoundField
    group: str = ""
    number: Number | None = None
    instead: BoundField | None = None
    note: BoundField | None = None

    @property
    def name(self) -> str:
        return self.box.html_name

    @property
    def key(self) -> str:
        """By this the row is known again, wherever it stands."""
        return f"{self.section}/{self.name}"

    @property
    def label(self) -> str:
        """A box that is called like its group is the text told of it."""
        label = str(self.box.label)
        return _("ข้อความ") if label == self.group else label

    @property
    def field(self) -> forms.Field:
        return self.box.field

    @property
    def is_date(self) -> bool:
        return isinstance(self.field, ThaiDateField)

    @property
    def words(self) -> dict[str, str]:
        """The words that may stand in the cell, and the value each sends; a text has none."""
        if self.number:
            return {words_of(value): value for value in (ZERO, NOT_APPLICABLE)}
        if isinstance(self.field, forms.BooleanField):
            return {_("ใช่"): "on"}
        choices = getattr(self.field, "choices", ())
        return {str(label): str(value) for value, label in choices if value}

    @property
    def answer(self) -> str | int:
        """What stands in the cell before anybody types there."""
        value = self.box.value()
        if self.number:
            return self._number(value)
        if self.words:
            sent = {sends: words for words, sends in self.words.items()}
            return sent.get(as_typed(value), "")
        return as_typed(value)

    def _number(self, value) -> str | int:
        if str(value).isdigit() and int(value):
            return int(value)
        return {sends: words for words, sends in self.words.items()}.get(self.instead.value(), "")

    @property
    def help(self) -> list[str]:
        """What stands beside the box on the page."""
        told = [str(self.field.help_text), *self.known]
        if self.words:
            told.append(_("เลือก: %(words)s") % {"words": " / ".join(self.words)})
        return [text for text in told if text]

    @property
    def known(self) -> list[str]:
        if not self.number:
            return []
        told = [self.number.was_words, *(str(one.words) for one in self.number.counted)]
        if self.number.gathered and self.number.gathered.value is not None:
            told.append(of_provinces(self.number.gathered.value))
        return told

    @property
    def is_required(self) -> bool:
        return bool(self.number and self.number.indicator.is_required)

    # From a cell to what the form sends.

    def typed(self, text: str) -> dict[str, str]:
        """By the names of the boxes; what is no word of the list is left for the form to judge."""
        if not self.number:
            return {self.name: self.value_of(text)}
        instead = "" if text else NOTHING_YET
        if word := self.value_of(text) if self.is_word(text) else "":
            text, instead = "", word
        return {self.name: text, self.instead.html_name: instead}

    def is_word(self, text: str) -> bool:
        return normalise(text) in self._spelt

    def value_of(self, text: str) -> str:
        return self._spelt.get(normalise(text), text)

    @cached_property
    def _spelt(self) -> dict[str, str]:
        """The words in each language of the screen: a workbook may be taken away in one and come
        back in the other."""
        spelt = {}
        for language, _name in settings.LANGUAGES:
            with override(language):
                spelt |= {normalise(words): value for words, value in self.words.items()}
                if self.number:
                    spelt |= {_("ไม่มี"): ZERO, words_of(NOTHING_YET): NOTHING_YET}
        return spelt


def questions_of(part: Part, *, by, typed: dict[str, str] | None = None) -> list[Question]:
    """Every box of a section in the order of the form; ``typed`` makes room for what it names."""
    form = section_form(part, by=by, typed=typed)
    key = part.section.key
    asked = [
        Question(key, box, one.called(thing))
        for one in form.beside
        for thing, *boxes in one.asked
        for box in boxes
        if box
    ]
    asked += [Question(key, group="", **numbered(one)) for one in form.asked_numbers]
    asked += [Question(key, box, str(group)) for group, boxes in form.asked_texts for box in boxes]
    return asked


def numbered(one: dict) -> dict:
    return {name: one[name] for name in ("box", "number", "instead", "note")}


def room_in(part: Part, *, by) -> dict[str, str]:
    """Empty rows for what may be added, by the names of their boxes."""
    form = section_form(part, by=by)
    return {name: "" for one in form.beside for name in one.more_room()}
