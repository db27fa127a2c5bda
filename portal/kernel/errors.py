"""How the portal says no."""

from django.core.exceptions import ValidationError


class RuleBroken(ValidationError):
    """The request was understood, but a rule of the house forbids it.

    The message is in the language of the screen and is shown as it stands; ``code``
    says in kebab case what is wrong. ``RuleBroken({"due_on": "…"})`` aims at a field.
    """
