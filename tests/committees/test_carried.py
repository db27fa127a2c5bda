"""What an address may put into a form: what its reader fills in there, and nothing else."""

import pytest

from committees.forms.corrections import MembershipForm
from committees.forms.fields import chosen
from committees.forms.seats import AppointmentForm


@pytest.mark.parametrize(
    ("form", "asked", "taken"),
    [
        (
            AppointmentForm,
            "person=7&order=8&starts_on=1/7/2569",
            {"person": "7", "order": "8", "starts_on": "1/7/2569"},
        ),
        (MembershipForm, "reason=ก&seen=x", {"reason": "ก"}),
        (AppointmentForm, "holder=x&token=x&author=x&reason=ก&on=1/7/2569&next=/", {}),
        (AppointmentForm, "person=อื่น&order=-1", {}),
    ],
)
def test_what_its_reader_fills_in_is_taken_and_nothing_else(rf, form, asked, taken):
    assert chosen(rf.get(f"/?{asked}"), form) == taken
