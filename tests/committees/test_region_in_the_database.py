"""Who speaks for a region sits among the 67 for it: kept by PostgreSQL, whoever writes (S103)."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from regions.models import RegionalPost
from tests.factories.committees import (
    make_body,
    make_committee,
    make_issue,
    make_membership,
    make_seat,
)
from tests.factories.kernel import make_person
from tests.factories.regions import make_regions

pytestmark = pytest.mark.django_db
DAY = date(2026, 7, 1)


@pytest.fixture
def rows():
    """A coordinator in a seat of the north; beside it a seat of the south, empty."""
    (north, south), generation = make_regions(), make_committee()
    seat, elsewhere = (make_seat(generation, n, region=r) for n, r in ((4, north), (5, south)))
    held = make_membership(seat, make_person("บัวผัน"))
    post = RegionalPost.objects.create(
        person=held.person, role="coordinator", region=north, starts_on=DAY
    )
    return {
        "generation": generation,
        "seat": seat,
        "elsewhere": elsewhere,
        "held": held,
        "post": post,
        "body": make_body("learning", parent=generation),
        "issue": make_issue(),
        "north": north,
        "south": south,
        "other": make_person("นิภา"),
    }


def write(sql, rows):
    """Past every rule of ours; the database is asked at once."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(sql, {name: row.pk for name, row in rows.items()})


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE committees_seat SET region_id = %(south)s WHERE id = %(seat)s",
        "UPDATE committees_seat SET kind = 'issue', region_id = NULL, issue_id = %(issue)s"
        " WHERE id = %(seat)s",
        "UPDATE committees_seat SET committee_id = %(body)s WHERE id = %(seat)s",
        "UPDATE committees_committee SET kind = 'board' WHERE id = %(generation)s",
        "UPDATE committees_membership SET person_id = %(other)s WHERE id = %(held)s",
        "UPDATE committees_membership SET seat_id = %(elsewhere)s WHERE id = %(held)s",
        "UPDATE committees_membership SET starts_on = '2026-07-02' WHERE id = %(held)s",
        "DELETE FROM committees_membership WHERE id = %(held)s",
        "UPDATE regions_regionalpost SET person_id = %(other)s WHERE id = %(post)s",
        "UPDATE regions_regionalpost SET region_id = %(south)s WHERE id = %(post)s",
    ],
)
def test_nothing_parts_who_speaks_for_a_region_from_its_seat(rows, sql):
    with pytest.raises(IntegrityError) as refusal:
        write(sql, rows)

    assert refusal.value.__cause__.diag.constraint_name == "seated_in_their_region"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE committees_seat SET region_id = %(north)s WHERE id = %(elsewhere)s",
        "UPDATE committees_seat SET number = 9 WHERE id = %(seat)s",
        "UPDATE committees_committee SET kind = 'secretariat' WHERE id = %(body)s",
        "WITH sits AS (UPDATE committees_membership SET person_id = %(other)s WHERE id = %(held)s)"
        " UPDATE regions_regionalpost SET person_id = %(other)s WHERE id = %(post)s",
    ],
)
def test_what_parts_nobody_is_written(rows, sql):
    write(sql, rows)


def test_a_seat_and_its_post_may_go_to_another_region_together(rows):
    """Asked at the end of the transaction, as a discharge ends one after the other."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table, name in (("committees_seat", "seat"), ("regions_regionalpost", "post")):
            cursor.execute(
                f"UPDATE {table} SET region_id = %s WHERE id = %s",
                [rows["south"].pk, rows[name].pk],
            )
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
