"""Invite whom the register names by now, when a meeting that was called gets another day."""

from meetings.models import Invitation, Meeting
from meetings.queries import invitations_for

Change = tuple[Invitation | None, Invitation]  # what stands there so far, what is to stand there


def renew_invitations(meeting: Meeting) -> set[int]:
    """Invite who holds a seat on the new first day, in place of who held it; a place that is
    vacant by now is somebody's to ring. Everybody else's invitation stays as it is; whose is new
    is returned. What stood there before is kept by the history."""
    changes = _changes(meeting)
    kept = [old.pk for old, _new in changes if old]
    # First emptied, for nobody may stand in two places, not even for a moment.
    meeting.invitations.filter(pk__in=kept).update(person=None, channel=Invitation.Channel.PHONE)
    for old, new in changes:
        if old:
            told = {"person": new.person, "channel": new.channel}
            Invitation.objects.filter(pk=old.pk).update(**told)
        else:
            new.save(force_insert=True)
    return {new.person_id for _old, new in changes if new.person_id}


def _changes(meeting: Meeting) -> list[Change]:
    standing = {_place(row): row for row in meeting.invitations.all()}
    wanted = {_place(row): row for row in invitations_for(meeting)}
    elsewhere = {row.person_id for at, row in standing.items() if at not in wanted} - {None}
    pairs = [(standing.get(at), row) for at, row in wanted.items()]
    return [
        (old, new)
        for old, new in pairs
        if new.person_id not in elsewhere and not (old and _reader(old) == _reader(new))
    ]


def _place(row: Invitation) -> tuple[int | None, int | None]:
    return row.seat_id, row.member_id


def _reader(row: Invitation) -> tuple[int | None, str]:
    return row.person_id, row.channel
