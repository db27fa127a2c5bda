"""Who may sign in and stays signed in: an account whose person serves today.

A post, a seat, a substitution or a place in a body, in force today. Whoever is discharged
is a stranger from the next request on; nothing of theirs is changed or lost.
"""

from allauth.account.auth_backends import AuthenticationBackend
from django.utils import timezone

from committees.queries.service import HOLDINGS
from portal.kernel.models import User

HOLDS = """EXISTS (SELECT FROM {table} held WHERE held.person_id = person.id
        AND held.starts_on <= %(on)s AND (held.ends_on IS NULL OR held.ends_on >= %(on)s))"""
# Every request asks this, so it is written out: composing it anew costs more than asking it.
ASK = """
SELECT account.* FROM kernel_user account JOIN kernel_person person ON person.user_id = account.id
WHERE account.id = %(user)s AND account.is_active
  AND ({holds})
""".format(holds="\n    OR ".join(HOLDS.format(table=kind._meta.db_table) for kind in HOLDINGS))


class ServingBackend(AuthenticationBackend):
    def get_user(self, user_id: int) -> User | None:
        """The account of a session, in the one statement Django would need without the rule."""
        found = User.objects.raw(ASK, {"user": user_id, "on": timezone.localdate()})
        return next(iter(found), None)

    def user_can_authenticate(self, user: User) -> bool:
        return self.get_user(user.pk) is not None
