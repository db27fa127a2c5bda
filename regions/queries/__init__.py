"""Reads that span several models, by subject; each module may be imported by its own name."""

from .beside import MONTHS_OF_MEAN, NEVER, Was, figures_of, texts_of_last_month
from .people import Place, PostHolders, checkers_of, filers_of, office_of
from .places import region_of
from .review import (
    extensions_to_answer,
    revisions_to_decide,
    unanswered,
    waiting_for_review,
)
from .rounds import months_before, months_between, months_of_year, rounds_to_open, rule_of

__all__ = [
    "MONTHS_OF_MEAN",
    "NEVER",
    "Place",
    "PostHolders",
    "Was",
    "checkers_of",
    "extensions_to_answer",
    "figures_of",
    "filers_of",
    "months_before",
    "months_between",
    "months_of_year",
    "office_of",
    "region_of",
    "revisions_to_decide",
    "rounds_to_open",
    "rule_of",
    "texts_of_last_month",
    "unanswered",
    "waiting_for_review",
]
