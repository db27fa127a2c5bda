"""The shapes of what is asked: one section, the whole report, the reviewer's verdicts."""

from .attachment import AttachmentForm
from .beside import BesideForm
from .handing import HandingForm
from .line import Line, written
from .review import JudgedForm, ReviewForm
from .section import SectionForm
from .submission import SubmissionForm
from .typed import TypedField

__all__ = [
    "AttachmentForm",
    "BesideForm",
    "HandingForm",
    "JudgedForm",
    "Line",
    "ReviewForm",
    "SectionForm",
    "SubmissionForm",
    "TypedField",
    "written",
]
