"""A statement composed once for all of the same rights answers each reader as if asked alone."""

import pytest
from django.db.models import Q

from portal.kernel.models import User
from regions.models import RegionalPost
from regions.models.reader import composed_for
from tests.factories.regions import make_post, make_regions, make_user


@pytest.fixture
def regions(db):
    return make_regions()


def posts_near(user):
    """What looks at a user's rights and at their key, as the rules of reading do."""
    near = Q(region__in=user.rights_today.regions) | Q(person__user=user.pk)
    return RegionalPost.objects.filter(near).order_by("pk")


near = composed_for(posts_near)


def seen_by(user):
    """As of the next request: who is asked for then has their rights of then."""
    return [post.person.user for post in near(User.objects.get(pk=user.pk))]


def test_each_of_the_same_rights_is_answered_by_their_own_key(regions):
    one, other = make_post("auditor"), make_post("auditor", name="another")
    assert (seen_by(one), seen_by(other)) == ([one], [other])


def test_other_rights_are_another_statement(regions):
    here, there = [make_post("officer", region) for region in regions]
    assert (seen_by(here), seen_by(there)) == ([here], [there])


def test_who_was_given_or_lost_a_post_is_answered_by_what_they_hold_now(regions):
    here, there = [make_post("officer", region) for region in regions]
    post = RegionalPost.objects.create(
        person=here.person, region=regions[1], role="officer", starts_on="2026-01-01"
    )
    assert seen_by(here) == [here, there, here]
    post.delete()
    assert seen_by(here) == [here]


def test_whoever_holds_nothing_has_a_statement_too(regions):
    make_post("officer", regions[0])
    assert seen_by(make_user("nobody")) == []


def test_of_a_reader_nothing_is_known_but_rights_and_key(regions):
    by_account = composed_for(lambda user: RegionalPost.objects.filter(person__user=user))
    with pytest.raises(TypeError):
        by_account(make_post("auditor"))
