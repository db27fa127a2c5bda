"""Two at one synthesis at once: real threads, real transactions."""

import pytest

from regions import actions
from regions.models import Synthesis
from regions.queries.synthesis import points_of
from tests.factories.regions import accepted
from tests.regions.test_report_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def by(cast):
    return cast["secretariat"]


@pytest.fixture
def filed(report, cast, by):
    section = report.sections.get(key="highlights")
    told = {"highlights": "เวที", "lessons": "บทเรียน"}
    actions.save_section(
        section, answers=told, figures={}, version=section.version, by=cast["coordinator"]
    )
    report.refresh_from_db()
    return accepted(report, cast["coordinator"], by, organizations_found=14)


def test_begun_twice_at_once_it_is_there_once(filed, by):
    def draft(n):
        return actions.draft_synthesis(filed.round, by=by) and "drafted"

    assert at_once(3, draft) == 3 * ["drafted"]
    assert [point.text for point in Synthesis.objects.get().points.all()] == [
        "ภาคเหนือตอนบน “เวที”",
        "ภาคเหนือตอนบน “บทเรียน”",
    ]


def test_of_two_who_edit_a_paragraph_at_once_one_is_told(filed, by):
    point = points_of(actions.draft_synthesis(filed.round, by=by))[0]

    def edit(n):
        return actions.edit_point(point, f"คนที่ {n}", version=0, by=by) and "edited"

    assert sorted(at_once(3, edit)) == ["edited", "stale", "stale"]


def test_what_is_edited_while_it_is_published_is_in_it_or_refused(filed, by):
    synthesis = actions.draft_synthesis(filed.round, by=by)
    synthesis.refresh_from_db()
    point = points_of(synthesis)[0]

    def act(n):
        if n:
            return actions.edit_point(point, "แก้", version=0, by=by) and "edited"
        version = synthesis.version
        return actions.publish_synthesis(synthesis, version=version, by=by) and "published"

    assert sorted(at_once(2, act)) in (["edited", "stale"], ["published", "published"])
    text = synthesis.points.get(pk=point.pk).text
    is_published = bool(Synthesis.objects.get().published_at)
    assert is_published == (text != "แก้")
