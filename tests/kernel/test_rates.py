"""One class for every rate of the portal."""

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.kernel.rates import Rate

COUNTS = st.integers(-5, 500)


@pytest.mark.parametrize(
    ("n", "of", "percent"), [(0, 8, 0), (6, 8, 75), (2, 3, 66), (199, 200, 99), (8, 8, 100)]
)
def test_a_percentage_is_rounded_down_to_a_whole_one(n, of, percent):
    assert Rate(n, of).percent == percent


def test_where_nothing_was_due_there_is_no_percentage():
    assert Rate(0, 0, excluded=3).percent is None


@given(n=COUNTS, of=COUNTS, excluded=COUNTS)
def test_a_rate_is_between_nothing_and_all_or_it_is_none(n, of, excluded):
    if 0 <= n <= of and excluded >= 0:
        percent = Rate(n, of, excluded).percent
        assert percent is None if of == 0 else 0 <= percent <= 100
        assert (percent == 100) == (n == of > 0)
    else:
        with pytest.raises(ValueError, match="is no rate"):
            Rate(n, of, excluded)


def test_a_rate_does_not_change():
    with pytest.raises(FrozenInstanceError):
        Rate(1, 2).n = 2
