"""Text as a person types it."""

from django import forms

from portal.kernel import thai


class TypedField(forms.CharField):
    """Text as it is kept: one spelling for what looks the same."""

    def to_python(self, value):
        return thai.normalise(super().to_python(value))
