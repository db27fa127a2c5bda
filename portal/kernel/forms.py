"""How forms look and how they act: the renderer Django uses everywhere, and ActionForm."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting

from .errors import RuleBroken, beside_others
from .kept_text import KeptText
from .thai import normalise


class PortalBoundField(BoundField):
    """A field that may show beside itself what was answered last time.

    A form sets it as ``self.fields["found"].was = "เดือนก่อน 9"``; screen readers
    hear it with the hint and the error.
    """

    @property
    def was(self):
        return getattr(self.field, "was", "")

    @property
    def aria_describedby(self):
        described = super().aria_describedby
        if not self.was or described is None or not self.auto_id:
            return described
        return f"{described} {self.auto_id}_was".strip()


class PortalRenderer(TemplatesSetting):
    """Forms and fields by our components: ``{{ form }}``, ``{{ form.title.as_field_group }}``."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
    bound_field_class = PortalBoundField


class ActionForm(forms.Form):
    """A form whose ``save()`` is one call to an action.

    ``saved()`` is true when the form was valid and the action went through; a broken
    rule becomes an error of the form, beside the field it aims at, and so does somebody
    else who holds the rows too long or deleted one. A form bound to kept text only shows it:
    nothing is saved that was not sent just now.

    Refused as stale, because somebody saved meanwhile, it carries ``seen_now()`` from then on,
    so that who has read both texts may send it again.
    """

    def saved(self) -> bool:
        went_through = self._went_through()
        if self.is_stale and (seen := self.seen_now()):
            self.data = {**self.data.dict(), **seen}
        return went_through

    @property
    def is_stale(self) -> bool:
        return self.has_error(NON_FIELD_ERRORS, "stale")

    def seen_now(self) -> dict:
        """What the hidden fields say of what stands now."""
        return {}

    def _went_through(self) -> bool:
        if isinstance(self.data, KeptText) or not self.is_valid():
            return False
        try:
            with beside_others():
                self.save()
        except RuleBroken as refusal:
            self.add_error(None, self._aimed(refusal))
            return False
        return True

    def _aimed(self, refusal: RuleBroken) -> RuleBroken:
        """What aims at a field that this form does not ask for stands at its head."""
        aims = getattr(refusal, "error_dict", {})
        return refusal if aims.keys() <= self.fields.keys() else RuleBroken(refusal.messages)

    def clean(self):
        """Keep one spelling of what looks the same (``thai.normalise``)."""
        cleaned = super().clean() or self.cleaned_data
        for name, value in list(cleaned.items()):
            if isinstance(value, str):
                cleaned[name] = normalise(value)
                if self.fields[name].required and not cleaned[name]:
                    self.add_error(name, self.fields[name].error_messages["required"])
        return cleaned

    def save(self):
        raise NotImplementedError(f"{type(self).__name__} says what it does in save()")
