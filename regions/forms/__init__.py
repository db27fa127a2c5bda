"""The shapes of what is asked: one section, the whole report, the reviewer's verdicts."""

from .review import ReviewForm
from .section import SectionForm
from .submission import SubmissionForm
from .typed import TypedField

__all__ = ["ReviewForm", "SectionForm", "SubmissionForm", "TypedField"]
