"""A statement composed once is asked with the values of each call."""

from datetime import date

import pytest
import time_machine
from django.db.models import Count, Q, Value
from django.utils import timezone, translation

from portal.kernel.composed import composed
from portal.kernel.models import Holiday
from regions.models import Region, RegionalPost
from tests.factories.regions import make_post, make_regions

Role = RegionalPost.Role
TODAY = date(2026, 7, 1)


@pytest.fixture
def two_officers(db):
    return [make_post("officer", region) for region in make_regions()]


def counted(compose):
    """``compose``, and the list of how often it was called."""
    calls = []

    def counting(*shape, **values):
        calls.append(values)
        return compose(*shape, **values)

    return composed(counting), calls


def test_each_call_is_answered_for_its_own_values(two_officers):
    holders, calls = counted(lambda *, user: RegionalPost.objects.filter(person__user=user))
    for user in two_officers * 2:
        assert holders(user=user.pk) == list(RegionalPost.objects.filter(person__user=user))
    assert len(calls) == 1


def test_a_shape_has_a_statement_of_its_own(two_officers):
    posts, calls = counted(
        lambda roles, *, on: RegionalPost.objects.in_force(on=on).filter(role__in=roles)
    )
    assert len(posts((Role.OFFICER,), on=TODAY)) == 2
    assert posts((Role.AUDITOR,), on=TODAY) == []
    assert len(posts((Role.OFFICER, Role.AUDITOR), on=TODAY)) == 2
    assert len(calls) == 3


def test_what_can_have_no_rows_has_none_and_asks_nothing(db, django_assert_num_queries):
    nobody = composed(lambda *, user: RegionalPost.objects.filter(person__user=user, pk__in=[]))
    with django_assert_num_queries(0):
        assert nobody(user=1) == []


def test_rows_come_dressed_as_they_were_asked(two_officers, django_assert_num_queries):
    dressed = composed(
        lambda *, role: (
            RegionalPost.objects.filter(role=role)
            .select_related("person__user", "region")
            .annotate(asked=Value("ใช่"))
            .order_by("pk")
        )
    )
    dressed(role="officer")
    with django_assert_num_queries(1):
        rows = dressed(role="officer")
        told = [(row.person.user, row.region.number, row.asked) for row in rows]
    assert told == [(two_officers[0], 1, "ใช่"), (two_officers[1], 2, "ใช่")]


def test_values_and_counts_are_asked_the_same_way(two_officers):
    by_region = composed(
        lambda *, number: (
            RegionalPost.objects.order_by("region__number")
            .values_list("region__number")
            .annotate(there=Count("pk", filter=Q(region__number=number)))
        )
    )
    assert by_region(number=2) == [(1, 0), (2, 1)]
    assert by_region(number=1) == [(1, 1), (2, 0)]


def test_a_range_and_a_piece_of_a_list_take_values(db):
    for day in (1, 2, 3):
        Holiday.objects.create(on=date(2026, 7, day), name=f"{day}")
    first = composed(lambda *, since, until: Holiday.objects.filter(on__range=(since, until))[:1])
    assert [day.name for day in first(since=date(2026, 7, 2), until=date(2026, 7, 3))] == ["2"]


def test_an_answer_is_a_list_of_its_own(two_officers):
    posts = composed(lambda *, role: RegionalPost.objects.filter(role=role))
    posts(role="officer").clear()
    assert len(posts(role="officer")) == 2


def test_no_value_is_not_asked(db):
    posts = composed(lambda *, region: RegionalPost.objects.filter(region=region))
    with pytest.raises(TypeError, match="IS NULL"):
        posts(region=None)


def test_a_value_is_not_looked_at(db):
    with pytest.raises(AttributeError):
        composed(lambda *, on: RegionalPost.objects.filter(starts_on__year=on.year))(on=TODAY)
    with pytest.raises(TypeError):
        composed(lambda *, on: RegionalPost.objects.filter(starts_on=max(on, TODAY)))(on=TODAY)


def test_composing_asks_the_database_nothing(db):
    frozen = composed(lambda: RegionalPost.objects.filter(pk__in=list(Holiday.objects.all())))
    with pytest.raises(RuntimeError, match="without asking"):
        frozen()


def test_another_day_or_language_composes_anew(db):
    said, calls = counted(
        lambda: Holiday.objects.values_list(Value(str(timezone.localdate())), flat=True)
    )
    Holiday.objects.create(on=TODAY, name="วันหยุด")
    for moment in ("2026-07-01 16:59Z", "2026-07-01 17:00Z"):
        with time_machine.travel(moment):
            assert said() == said() == [str(timezone.localdate())]
    assert len(calls) == 2
    with translation.override("en"), time_machine.travel("2026-07-01 16:59Z"):
        said()
    assert len(calls) == 3


def test_what_is_fetched_beside_comes_with_each_call(two_officers, django_assert_num_queries):
    regions = composed(
        lambda *, number: Region.objects.filter(number=number).prefetch_related("posts__person")
    )
    for number, user in enumerate(two_officers, start=1):
        with django_assert_num_queries(3):
            [region] = regions(number=number)
            assert [post.person.user_id for post in region.posts.all()] == [user.pk]


@pytest.mark.parametrize("pk", [10**30, -1])
def test_a_number_that_no_key_can_be_finds_nothing(db, pk):
    assert composed(lambda *, pk: RegionalPost.objects.filter(pk=pk))(pk=pk) == []
