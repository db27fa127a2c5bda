import pytest
from django.core import mail
from django.db import transaction

from portal.kernel.letters import message_id, promise_letter
from portal.kernel.models import Outbox
from portal.kernel.outbox import drain, replay_promise
from portal.kernel.tasks import send_letter

LETTER = {"to": "somchai@example.org", "subject": "เชิญประชุม", "body": "เรียน คุณสมชาย (ตัวอย่าง)"}


def promised_letter(**changes):
    with transaction.atomic():
        return promise_letter("meeting:7:invitation:31", **{**LETTER, **changes})


@pytest.mark.django_db(transaction=True)
def test_a_promised_letter_is_sent_once_to_one_address():
    promised_letter()
    promised_letter()

    drain()
    drain()

    [letter] = mail.outbox
    assert (letter.to, letter.subject, letter.body) == (
        [LETTER["to"]],
        LETTER["subject"],
        LETTER["body"],
    )
    assert letter.extra_headers["Message-ID"] == message_id("meeting:7:invitation:31")


def test_a_letter_sent_twice_is_the_same_letter():
    for _ in range(2):
        send_letter(key="meeting:7:invitation:31", **LETTER)

    first, second = (letter.message()["Message-ID"] for letter in mail.outbox)
    assert first == second == message_id("meeting:7:invitation:31")
    assert message_id("meeting:7:invitation:32") != first


@pytest.mark.django_db(transaction=True)
def test_a_line_break_in_a_subject_adds_no_header():
    promised_letter(subject="เชิญประชุม\r\nBcc: everybody@example.org")

    drain()

    [letter] = mail.outbox
    assert letter.subject == "เชิญประชุม Bcc: everybody@example.org"
    assert letter.message()["Bcc"] is None


@pytest.mark.django_db(transaction=True)
def test_an_address_that_is_none_fails_at_once_and_can_be_replayed():
    row = promised_letter(to="somchai@example.org\nBcc: everybody@example.org")

    drain()
    row.refresh_from_db()
    assert (row.state, row.attempts, mail.outbox) == (Outbox.State.FAILED, 1, [])

    Outbox.objects.update(payload={**row.payload, "to": LETTER["to"]})
    replay_promise(row, by=None)
    drain()
    assert [letter.to for letter in mail.outbox] == [[LETTER["to"]]]
