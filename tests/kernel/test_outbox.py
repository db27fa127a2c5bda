import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import pairwise, product
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected
from socket import gaierror
from uuid import UUID, uuid4

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.db import IntegrityError, OperationalError, connection, transaction

from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity, Holiday, Outbox, User
from portal.kernel.nudging import nudge
from portal.kernel.outbox import (
    LEASE,
    LOST_LEASES,
    RETRIES,
    drain,
    heals_by_itself,
    promise,
    prune,
    replay_promise,
    sweep,
    withdraw,
)
from tests.kernel.probes import DONE, TROUBLES, promised, state_of

State = Outbox.State
NOON = datetime(2026, 9, 1, 5, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)

in_real_transactions = pytest.mark.django_db(transaction=True)


def silent(row, *, since, times=1):
    """Put ``row`` where a worker leaves it that dies over its work."""
    Outbox.objects.filter(pk=row.pk).update(
        state=State.LEASED, lease=uuid4(), lease_until=since, attempts=times, lost_leases=times - 1
    )


# Promising


@in_real_transactions
def test_a_promise_belongs_in_a_transaction():
    with pytest.raises(RuntimeError):
        promise("tests.note", "note:1", {"text": "a"})

    assert not Outbox.objects.exists()


@in_real_transactions
def test_a_promise_lives_and_dies_with_what_caused_it():
    for number in range(200):
        try:
            with transaction.atomic():
                day = Holiday.objects.create(on=NOON.date() + timedelta(number), name="วันหยุด")
                promise("tests.note", f"holiday:{day.on}", {"text": "a"})
                if number % 3:
                    raise OperationalError
        except OperationalError:
            pass

    kept = {f"holiday:{day}" for day in Holiday.objects.values_list("on", flat=True)}
    assert (len(kept), set(Outbox.objects.values_list("dedupe", flat=True))) == (67, kept)


@pytest.mark.django_db
def test_the_same_promise_twice_is_one_and_nudges_once(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        first = promise("tests.note", "note:1", {"text": "a"})
        again = promise("tests.note", "note:1", {"text": "b"})

    assert again == first
    assert again.payload == {"text": "a"}
    assert callbacks == [nudge]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "odd",
    [
        {"state": "leased"},
        {"lease": UUID(int=1)},
        {"state": "done"},
        {"settled_at": NOON},
        {"dedupe": "note:2"},
    ],
    ids=str,
)
def test_the_database_refuses_a_promise_that_contradicts_itself(odd):
    promised(key="note:2")
    row = promised()

    with pytest.raises(IntegrityError):
        Outbox.objects.filter(pk=row.pk).update(**odd)


# Keeping


@in_real_transactions
def test_a_promise_is_kept_once_and_says_when():
    row = promised()

    assert (drain(), drain()) == (1, 0)

    row.refresh_from_db()
    assert DONE == ["note:1"]
    assert (row.state, row.attempts, row.lease) == (State.DONE, 1, None)
    assert row.settled_at is not None


@in_real_transactions
def test_a_promise_waits_for_its_time():
    promised(next_at=NOON)

    assert (drain(NOON - SECOND), drain(NOON)) == (0, 1)


@in_real_transactions
def test_a_drain_leaves_the_rest_to_the_next():
    for number in range(5):
        promised(key=f"note:{number}")

    assert (drain(limit=3), len(DONE), drain()) == (3, 3, 2)


@in_real_transactions
def test_two_workers_never_keep_the_same_promise():
    keys = {promised(key=f"note:{number}").dedupe for number in range(100)}

    def work(_):
        try:
            return drain()
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        taken = list(pool.map(work, range(4)))

    assert sum(taken) == 100
    assert sorted(DONE) == sorted(keys)


@in_real_transactions
def test_no_transaction_is_open_while_a_promise_is_kept():
    promised("tests.look_at_transaction", payload={})
    drain()
    assert DONE == [False]

    row = promised(key="note:2")
    with transaction.atomic(), pytest.raises(RuntimeError):
        drain()
    assert (state_of(row), DONE) == (State.READY, [False])


@in_real_transactions
def test_one_bad_address_among_two_hundred_hurts_nobody_else():
    for number in range(199):
        promised(key=f"note:{number}")
    bad = promised("tests.stumble", key="bad", payload={})
    TROUBLES.append(SMTPRecipientsRefused({"a@b.example": (550, b"no such person")}))

    drain()

    assert (len(DONE), state_of(bad)) == (199, State.FAILED)


# When it goes wrong


@pytest.mark.parametrize(
    ("error", "heals"),
    [
        (ConnectionRefusedError(), True),
        (ConnectionResetError(), True),
        (TimeoutError(), True),
        (gaierror(-3, "try again"), True),
        (SMTPServerDisconnected(), True),
        (SMTPDataError(451, b"later"), True),
        (SMTPRecipientsRefused({"a": (450, b""), "b": (451, b"")}), True),
        (SoftTimeLimitExceeded(), True),
        (OperationalError(), True),
        (SMTPDataError(554, b"spam"), False),
        (SMTPRecipientsRefused({"a": (450, b""), "b": (550, b"")}), False),
        (IntegrityError(), False),
        (ValueError(), False),
        (FileNotFoundError(), False),
    ],
    ids=repr,
)
def test_what_heals_by_itself(error, heals):
    assert heals_by_itself(error) == heals


@in_real_transactions
@pytest.mark.parametrize("kind", ["tests.stumble", "tests.no_such_task"])
def test_what_does_not_heal_fails_at_once(kind, caplog):
    row = promised(kind, payload={})
    TROUBLES.append(ValueError("somchai@example.org is no address"))

    drain()
    drain(NOON + timedelta(days=36500))

    row.refresh_from_db()
    assert (row.state, row.attempts) == (State.FAILED, 1)
    assert row.last_error
    assert "somchai" not in caplog.text


@in_real_transactions
@pytest.mark.parametrize("failures", [0, 1, 3, len(RETRIES), len(RETRIES) + 1])
def test_retries_back_off_with_jitter_and_end_within_a_day(failures):
    row = promised("tests.stumble", payload={}, next_at=NOON)
    TROUBLES.extend(TimeoutError() for _ in range(failures))

    tried_at = []
    while state_of(row) == State.READY:
        tried_at.append(row.next_at)
        assert drain(row.next_at - SECOND) == 0
        assert drain(row.next_at) == 1

    waits = [later - earlier for earlier, later in pairwise(tried_at)]
    assert len(waits) == min(failures, len(RETRIES))
    assert all(0.8 * due <= wait <= 1.2 * due for due, wait in zip(RETRIES, waits, strict=False))
    assert tried_at[-1] - NOON <= timedelta(days=1)
    assert row.state == (State.DONE if failures <= len(RETRIES) else State.FAILED)


def test_the_waits_are_those_of_the_bar():
    minutes = [wait / timedelta(minutes=1) for wait in RETRIES]
    assert minutes == [1, 5, 15, 60, 240, 240, 240, 240]


# When a worker dies


@in_real_transactions
def test_a_silent_workers_promise_is_taken_over_when_its_lease_ends():
    row = promised(next_at=NOON)
    silent(row, since=NOON + LEASE)

    assert (drain(NOON + LEASE), drain(NOON + LEASE + SECOND)) == (0, 1)

    row.refresh_from_db()
    assert (row.state, row.attempts, row.lost_leases) == (State.DONE, 2, 1)


@in_real_transactions
@pytest.mark.parametrize(
    ("deaths", "end", "runs"), [(LOST_LEASES - 1, "done", 1), (LOST_LEASES, "dead", 0)]
)
def test_a_promise_that_kills_its_workers_is_given_up_before_the_next(deaths, end, runs):
    row = promised(next_at=NOON)
    silent(row, since=NOON, times=deaths)

    drain(NOON + SECOND)

    assert (state_of(row), len(DONE)) == (end, runs)


@in_real_transactions
def test_who_lost_the_lease_has_no_say():
    def overtaken():
        Outbox.objects.update(lease=uuid4())

    row = promised("tests.stumble", payload={})
    TROUBLES.append(Overtaken(overtaken))

    drain()

    row.refresh_from_db()
    assert (row.state, row.last_error) == (State.LEASED, "")


class Overtaken(ValueError):
    """Raised by a task in whose time another worker took the row."""

    def __init__(self, meanwhile):
        super().__init__()
        self.meanwhile = meanwhile

    def __str__(self):
        self.meanwhile()
        return "overtaken"


@in_real_transactions
def test_the_sweeper_recovers_whatever_is_stuck_and_doubles_nothing():
    keys = [promised(key=f"note:{number}", next_at=NOON).dedupe for number in range(200)]
    for row in Outbox.objects.filter(pk__in=Outbox.objects.values("pk")[:100]):
        silent(row, since=NOON)

    assert sweep(NOON + timedelta(minutes=16)) == 0

    assert sorted(DONE) == sorted(keys)
    assert set(Outbox.objects.values_list("state", flat=True)) == {State.DONE}


@in_real_transactions
def test_the_sweeper_says_what_nobody_could_recover(caplog):
    held = promised(next_at=NOON)
    silent(held, since=NOON + timedelta(hours=1))

    assert sweep(NOON + timedelta(minutes=14)) == 0
    assert sweep(NOON + timedelta(minutes=16)) == 1
    assert "1 promises are still waiting" in caplog.text


# Taking back, trying again, forgetting


@in_real_transactions
def test_withdrawing_takes_back_what_no_worker_has():
    one = promised(key="meeting:7")
    below = promised(key="meeting:7:reminder:31")
    other = promised(key="meeting:70")
    taken = promised(key="meeting:7:reminder:32")
    silent(taken, since=NOON)

    assert withdraw("meeting:7") == 2
    assert withdraw("meeting:7") == 0

    states = [state_of(row) for row in (one, below, other, taken)]
    assert states == [State.WITHDRAWN, State.WITHDRAWN, State.READY, State.LEASED]
    drain(NOON + timedelta(days=36500))
    assert sorted(DONE) == ["meeting:70", "meeting:7:reminder:32"]


@in_real_transactions
@pytest.mark.parametrize("state", [State.FAILED, State.DEAD])
def test_a_person_can_replay_what_went_wrong(state):
    who = User.objects.create_user("secretary@example.org")
    row = promised(state=state, attempts=9, lost_leases=5, settled_at=NOON)

    replay_promise(row, by=who)
    drain()

    assert (state_of(row), row.attempts, DONE) == (State.DONE, 1, ["note:1"])
    assert list(Activity.objects.values_list("verb", "by")) == [("promise.replayed", who.pk)]


@in_real_transactions
@pytest.mark.parametrize("state", [State.READY, State.DONE, State.WITHDRAWN])
def test_nothing_else_can_be_replayed(state):
    settled_at = None if state == State.READY else NOON
    row = promised(state=state, settled_at=settled_at)

    with pytest.raises(RuleBroken) as refused:
        replay_promise(row, by=User.objects.create_user("secretary@example.org"))

    assert (refused.value.code, state_of(row)) == ("not-failed", state)
    assert not Activity.objects.exists()


@in_real_transactions
def test_kept_promises_are_forgotten_by_date_and_failed_ones_never():
    for state in (State.DONE, State.WITHDRAWN, State.FAILED, State.DEAD):
        promised(key=f"{state}:old", state=state, settled_at=NOON - SECOND)
        promised(key=f"{state}:new", state=state, settled_at=NOON)
    promised(key="ready:old", next_at=NOON - timedelta(days=365))

    assert prune(before=NOON) == 2

    gone = {"done:old", "withdrawn:old"}
    assert not gone & set(Outbox.objects.values_list("dedupe", flat=True))
    assert Outbox.objects.count() == 7


# Any order of events

EVENTS = {
    "kept": lambda row, at: (TROUBLES.clear(), drain(at)),
    "stumbles": lambda row, at: (TROUBLES.append(TimeoutError()), drain(at)),
    "refused": lambda row, at: (TROUBLES.append(ValueError()), drain(at)),
    "dies": lambda row, at: Outbox.objects.filter(pk=row.pk, state=State.READY).update(
        state=State.LEASED, lease=uuid4(), lease_until=at, attempts=1, lost_leases=LOST_LEASES - 1
    ),
    "withdrawn": lambda row, at: withdraw(row.dedupe),
    "replayed": lambda row, at: replayed(row),
}
ORDERS = list(product(EVENTS, repeat=4 if os.environ.get("STORM") else 3))


def replayed(row):
    with suppress(RuleBroken):
        replay_promise(row, by=None)


@in_real_transactions
def test_no_order_of_events_makes_a_transition_the_table_does_not_allow():
    illegal = []
    for number, order in enumerate(ORDERS):
        row = promised("tests.stumble", f"order:{number}", {}, next_at=NOON)
        for step, event in enumerate(order, start=1):
            before = state_of(row)
            EVENTS[event](row, NOON + step * timedelta(hours=6))
            TROUBLES.clear()
            # A drain passes through LEASED on its way.
            passable = {before} | Outbox.NEXT[before]
            if before == State.READY:
                passable |= Outbox.NEXT[State.LEASED]
            if state_of(row) not in passable:
                illegal.append((order[:step], before, row.state))
        row.delete()

    assert illegal == []
