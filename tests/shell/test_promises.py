"""What could not be sent is seen by the secretariat and tried again in one click (R9)."""

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from portal.kernel.models import Outbox
from portal.kernel.outbox import promise

State = Outbox.State


@pytest.fixture
def broken(db):
    with transaction.atomic():
        row = promise(
            "kernel.send_letter", "letter:1", {"to": "a@b.example", "subject": "ขอเชิญประชุม"}
        )
    Outbox.objects.filter(pk=row.pk).update(
        state=State.FAILED, settled_at=timezone.now(), last_error="SMTPException: no such mailbox"
    )
    return row


@pytest.mark.parametrize(
    ("part", "status"), [("secretary", 200), ("auditor", 200), ("member", 403), (None, 302)]
)
def test_who_may_see_what_was_not_sent(client, person_with, broken, part, status):
    if part:
        client.force_login(person_with(part))

    response = client.get(reverse("promise-list"))

    assert response.status_code == status
    assert ("ขอเชิญประชุม" in response.text) == (status == 200)


@pytest.mark.parametrize(
    ("part", "state"),
    [("secretary", State.READY), ("auditor", State.FAILED), ("member", State.FAILED)],
)
def test_who_may_try_again(client, person_with, broken, part, state):
    client.force_login(person_with(part))

    client.post(reverse("promise-replay", args=[broken.pk]))

    broken.refresh_from_db()
    assert broken.state == state


def test_what_is_on_its_way_is_not_sent_twice(client, person_with, broken):
    client.force_login(person_with("secretary"))
    client.post(reverse("promise-replay", args=[broken.pk]))

    response = client.post(reverse("promise-replay", args=[broken.pk]), follow=True)

    assert "ส่งใหม่ได้เฉพาะรายการที่ส่งไม่สำเร็จ" in response.text


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_one_and_many(
    client, person_with, broken, rows, django_assert_num_queries
):
    for number in range(1, rows):
        Outbox.objects.create(
            dedupe=f"letter:more:{number}", kind="kernel.send_letter", payload={"subject": "x"},
            state=State.DEAD, settled_at=timezone.now(),
        )  # fmt: skip
    client.force_login(person_with("secretary"))

    with django_assert_num_queries(5):  # session, user, rights, list, who
        response = client.get(reverse("promise-list"))

    assert response.text.count("ลองส่งอีกครั้ง") == rows


def test_the_secretariats_month_says_that_something_was_not_sent(client, person_with, broken):
    client.force_login(person_with("secretary"))

    response = client.get("/")

    assert "ส่งไม่สำเร็จ 1 รายการ" in response.text
    assert reverse("promise-list") in response.text
