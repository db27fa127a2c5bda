"""Shapes of requests about meetings; each ``save()`` is one call to an action."""

from .later import CancellationForm, CompletionForm, MoveForm
from .plan import NewPlanForm, RevisedPlanForm, new_plan, plan_of, typed
from .reply import ReplyForm

__all__ = [
    "CancellationForm",
    "CompletionForm",
    "MoveForm",
    "NewPlanForm",
    "ReplyForm",
    "RevisedPlanForm",
    "new_plan",
    "plan_of",
    "typed",
]
