"""The shape of one section of a report."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.kernel import thai
from portal.kernel.forms import ActionForm
from portal.kernel.thai_fields import WholeNumberField
from regions.actions import Answer, save_section
from regions.sections import TEXT_LIMIT

from .typed import TypedField

NOTE_LIMIT = 500
ZERO, NOT_APPLICABLE, NOTHING_YET = "zero", "not_applicable", "nothing_yet"
INSTEAD_OF_A_NUMBER = [
    (ZERO, gettext_lazy("ไม่มี (0)")),
    (NOT_APPLICABLE, gettext_lazy("ไม่เกี่ยวข้อง")),
    (NOTHING_YET, gettext_lazy("ยังไม่รายงาน")),
]


class SectionForm(ActionForm):
    """One section of the report. Each number is a box, what may stand instead of it, and a note."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data=None, *, part, by):
        super().__init__(data, auto_id=f"{part.anchor}_%s")
        self.part, self.by = part, by
        self.fields["version"].initial = part.row.version
        for number in part.numbers:
            self._ask_number(number)
        for text in part.section.texts:
            self._ask_text(text)
        if part.section.wishes:
            self._ask_wishes()
        self.beside = [
            one["form"](data, shown=one, auto_id=f"{part.anchor}_%s")
            for one in part.beside
            if one["form"]
        ]

    def has_changed(self):
        return super().has_changed() or any(one.has_changed() for one in self.beside)

    def _ask_number(self, number):
        figure = number.figure
        box = WholeNumberField(
            label=number.name,
            help_text=number.indicator.definition,
            required=False,
            initial=figure.value if figure else None,
        )
        box.was = number.was_words
        self.fields[number.key] = box
        self.fields[f"{number.key}_instead"] = forms.ChoiceField(
            label=_("แทนตัวเลข"),
            choices=INSTEAD_OF_A_NUMBER,
            required=False,
            widget=forms.RadioSelect,
            initial=instead_of(figure),
        )
        self.fields[f"{number.key}_note"] = TypedField(
            label=_("หมายเหตุ"), required=False, max_length=NOTE_LIMIT, initial=number.note
        )

    def _ask_text(self, text):
        self.fields[text.key] = TypedField(
            label=text.label,
            help_text=text.hint,
            required=False,
            max_length=TEXT_LIMIT,
            widget=forms.Textarea(attrs={"rows": 3 if text.group else 5}),
            initial=self.part.row.answers.get(text.key, ""),
        )

    def _ask_wishes(self):
        section = self.part.section
        self.fields["wishes"] = forms.MultipleChoiceField(
            label=section.wishes_legend,
            choices=[(wish.key, wish.label) for wish in section.wishes],
            required=False,
            widget=forms.CheckboxSelectMultiple,
            initial=self.part.row.answers.get("wishes", []),
        )

    def clean(self):
        cleaned = super().clean()
        for number in self.part.numbers:
            instead, value = cleaned.get(f"{number.key}_instead"), cleaned.get(number.key)
            if value is not None and (instead == NOT_APPLICABLE or (instead == ZERO and value)):
                self.add_error(
                    number.key,
                    _("กรอกตัวเลขไว้ และเลือก “%(instead)s” ด้วย โปรดเลือกอย่างเดียว")
                    % {"instead": dict(INSTEAD_OF_A_NUMBER)[instead]},
                )
        for refusals in (errors for one in self.beside for errors in one.errors.values()):
            self.add_error(None, refusals)
        return cleaned

    def answer_to(self, number) -> Answer:
        instead = self.cleaned_data.get(f"{number.key}_instead")
        return Answer(
            value=0 if instead == ZERO else self.cleaned_data.get(number.key),
            is_applicable=instead != NOT_APPLICABLE,
            note=self.cleaned_data.get(f"{number.key}_note", ""),
        )

    def save(self):
        section = self.part.section
        answers = {text.key: self.cleaned_data[text.key] for text in section.texts}
        if section.wishes:
            answers["wishes"] = self.cleaned_data["wishes"]
        self.saved_row = save_section(
            self.part.row,
            answers=answers,
            figures={number.indicator.pk: self.answer_to(number) for number in self.part.numbers},
            beside=self.beside,
            version=self.cleaned_data["version"],
            by=self.by,
        )

    def differences(self) -> list[dict]:
        """Where what was typed is not what stands saved: both texts, field by field."""
        asked = [
            (number.name, self._typed_number(number), number.words) for number in self.part.numbers
        ]
        asked += [
            (
                _("%(name)s: หมายเหตุ") % {"name": number.name},
                self._typed(f"{number.key}_note"),
                number.note,
            )
            for number in self.part.numbers
        ]
        answers = self.part.row.answers
        asked += [
            (text.label, self._typed(text.key), answers.get(text.key, ""))
            for text in self.part.section.texts
        ]
        asked += [told for one in self.beside for told in one.differences()]
        if self.part.section.wishes:
            asked.append(
                (self["wishes"].label, self._typed_wishes(), "\n".join(map(str, self.part.wishes)))
            )
        return [
            {"field": field, "mine": mine, "theirs": theirs}
            for field, mine, theirs in asked
            if mine != theirs
        ]

    def _typed(self, name):
        return thai.normalise(self.data.get(name, ""))

    def _typed_number(self, number):
        chosen = self.cleaned_data.get(f"{number.key}_instead") or NOTHING_YET
        instead = dict(INSTEAD_OF_A_NUMBER)[chosen]
        typed = self.cleaned_data.get(number.key, self._typed(number.key))
        return f"{typed:,}" if isinstance(typed, int) and typed else typed or str(instead)

    def _typed_wishes(self):
        chosen = self.data.getlist("wishes")
        return "\n".join(str(wish.label) for wish in self.part.section.wishes if wish.key in chosen)

    # How the template walks through it.

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
        return [
            (group, [self[text.key] for text in texts]) for group, texts in self.part.section.groups
        ]

    @property
    def asked_wishes(self):
        return self["wishes"] if self.part.section.wishes else None


def instead_of(figure) -> str | None:
    """Which choice stands checked; none beside a number."""
    if figure is None or not figure.is_answered:
        return NOTHING_YET
    if not figure.is_applicable:
        return NOT_APPLICABLE
    return None if figure.value else ZERO
