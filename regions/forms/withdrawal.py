"""A question is taken back by who asked it."""

from collections.abc import Callable

from django import forms
from django.utils.translation import gettext_lazy

from portal.kernel.forms import ActionForm

from .typed import TypedField

LONGEST = 1000


class WithdrawalForm(ActionForm):
    """Why; ``withdraw(because=…)`` is the action."""

    because = TypedField(
        label=gettext_lazy("ถอนเพราะอะไร"),
        help_text=gettext_lazy("เช่น กดผิดเดือน ทุกภาคจะเห็นเหตุผลนี้"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data=None, *, withdraw: Callable):
        super().__init__(data)
        self.withdraw = withdraw

    def save(self):
        self.withdraw(**self.cleaned_data)
