"""Minutes in each of their states, turned there by the portal's own actions."""

from datetime import timedelta

from meetings.actions.minutes import (
    adopt_silently,
    check_minutes,
    circulate_minutes,
    name_writers,
    propose_minutes,
)

from .kernel import make_person

A_DAY = timedelta(days=1)


def named(minutes, by):
    people = {"note_taker": by.person, "checker": make_person("ผู้ตรวจ")}
    return name_writers(minutes, **people, version=minutes.version, by=by)


def checked(minutes, by):
    minutes = named(minutes, by)
    return check_minutes(minutes, version=minutes.version, by=by)


def circulated(minutes, by):
    minutes = checked(minutes, by)
    return circulate_minutes(minutes, version=minutes.version, by=by)


def adopted(minutes, by):
    """By circulation, the day after the last day for objecting."""
    minutes = circulated(minutes, by)
    until = minutes.circulated_until
    assert adopt_silently(minutes, until=until, on=until + A_DAY)
    minutes.refresh_from_db()
    return minutes


def proposed(minutes, by):
    minutes = checked(minutes, by)
    return propose_minutes(minutes, version=minutes.version, by=by)
