import pytest

from tests.kernel import probes


@pytest.fixture(autouse=True)
def nothing_done_yet():
    probes.DONE.clear()
    probes.TROUBLES.clear()
