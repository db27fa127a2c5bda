"""Whatever page meets somebody else at the same rows says so in a sentence."""

import pytest
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ObjectDoesNotExist
from django.db import OperationalError
from django.urls import path
from psycopg.errors import DeadlockDetected, LockNotAvailable, QueryCanceled

from portal.kernel.errors import RuleBroken, beside_others
from portal.kernel.models import Person, User
from portal.urls import urlpatterns as portal_urls

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]
CAUSES = {"waited": LockNotAvailable, "crossed": DeadlockDetected, "slow": QueryCanceled}


@login_not_required
def page(request, cause):
    """Lets through what a view of its own does not catch."""
    raise OperationalError("broken") from CAUSES[cause]()


urlpatterns = [path("write/<cause>/", page), *portal_urls]


@pytest.mark.parametrize("cause", ["waited", "crossed"])
def test_a_page_that_waits_in_vain_for_others_says_so_with_the_way_back(client, cause):
    answer = client.post(f"/write/{cause}/")

    assert answer.status_code == 409
    assert "ยังไม่ได้บันทึกอะไร" in answer.content.decode()
    assert "ย้อนกลับ" in answer.content.decode()


def test_any_other_failure_of_the_database_stays_one(client):
    client.raise_request_exception = False

    assert client.post("/write/slow/").status_code == 500


@pytest.mark.parametrize("cause", [LockNotAvailable, DeadlockDetected])
def test_whoever_holds_the_rows_too_long_is_a_rule_broken(cause):
    with pytest.raises(RuleBroken) as refusal, beside_others():
        raise OperationalError("broken") from cause()

    assert refusal.value.code == "busy"


def test_a_row_that_somebody_deleted_meanwhile_is_a_rule_broken():
    with pytest.raises(RuleBroken) as refusal, beside_others():
        Person.objects.select_for_update().get(pk=10**9)

    assert refusal.value.code == "gone"
    assert refusal.value.messages == [
        "ยังไม่ได้บันทึกอะไร เพราะมีผู้ลบรายการที่เกี่ยวข้องไปแล้ว โปรดเปิดหน้านี้ใหม่แล้วตรวจอีกครั้ง"
    ]


def test_what_a_row_never_had_stays_an_error():
    user = User.objects.create_user("nobody@portal.example")

    with pytest.raises(ObjectDoesNotExist), beside_others():
        user.person  # noqa: B018
