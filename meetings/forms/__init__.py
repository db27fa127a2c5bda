"""Shapes of requests about meetings; each ``save()`` is one call to an action."""

from .later import CancellationForm, CompletionForm, FixForm, MoveForm, PostponementForm
from .next import NextForm
from .plan import NewPlanForm, RevisedPlanForm
from .plan_words import new_plan, plan_of, typed_plan
from .reply import ReplyForm

__all__ = [
    "CancellationForm",
    "CompletionForm",
    "FixForm",
    "MoveForm",
    "NewPlanForm",
    "NextForm",
    "PostponementForm",
    "ReplyForm",
    "RevisedPlanForm",
    "new_plan",
    "plan_of",
    "typed_plan",
]
