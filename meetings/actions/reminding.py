"""Letters that leave by themselves about what was assigned (S98)."""

from datetime import date

from django.db import transaction

from meetings.assignment_letters import promise_of_tasks
from meetings.assignment_reminders import Occasion, items_of
from meetings.models import ActionItem
from meetings.queries.responsible import Responsible
from portal.kernel.models import Person


@transaction.atomic
def remind_of_assignments(occasion: Occasion, *, on: date) -> int:
    """Promise one letter to each person with an address who answers for something that waits;
    return how many. Where all is done meanwhile there is nothing to say, and that is no error."""
    responsible = Responsible(on=on)
    asked: dict[Person, list[ActionItem]] = {}
    for item in items_of(occasion, on=on):
        for person in responsible.people_of(item):
            if person.email:
                asked.setdefault(person, []).append(item)
    for person, items in asked.items():
        promise_of_tasks(occasion, person, items)
    return len(asked)
