"""Entries of the register that were made by mistake are put right here, each with a reason.

What really happened is not corrected but recorded: who left is discharged, who came is
appointed. The history of the rows keeps every version; the activity keeps the reason.
"""

from .acts import correct_entry, strike_entry, take_back_discharge

__all__ = ["correct_entry", "strike_entry", "take_back_discharge"]
