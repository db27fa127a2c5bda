"""Who is signed in, as the head of every page says it."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db import connection
from django.utils.translation import gettext as _

from committees.models import Issue, represented
from portal.kernel.models import Person, User
from portal.kernel.names import named
from regions.models import ProvinceCluster, Region, RegionalPost

Role = RegionalPost.Role


@dataclass(frozen=True)
class Who:
    """The person signed in, as the head of a page names them."""

    name: str
    first_name: str
    posts: tuple[str, ...]
    role: str
    region: Region | None

    @property
    def sees_everything(self):
        return self.is_secretariat or Role.AUDITOR in self.posts

    @property
    def is_secretariat(self):
        return Role.CENTRAL_OFFICER in self.posts

    @property
    def files_reports(self):
        return bool({Role.COORDINATOR, Role.OFFICER} & set(self.posts))


def who_is(user: User, *, on: date) -> Who:
    """Name, posts and seat of ``user`` that day: one query, kept on the user for the request."""
    if not hasattr(user, "who"):
        user.who = ask_who_is(user, on=on)
    return user.who


# Every page asks this, so it is written out: composing it anew each time costs more than asking it.
ASK = """
SELECT person.name_prefix, person.first_name, person.last_name, post.role, seat.number,
       post_region.id, post_region.code, post_region.short_name, post_region.mark,
       post_region.name, post_region.name_en,
       seat_region.id, seat_region.code, seat_region.short_name, seat_region.mark,
       seat_region.name, seat_region.name_en,
       cluster.name, cluster.name_en, issue.name, issue.name_en
FROM kernel_person person
LEFT JOIN regions_regionalpost post ON post.person_id = person.id
      AND post.starts_on <= %(on)s AND (post.ends_on IS NULL OR post.ends_on >= %(on)s)
LEFT JOIN regions_region post_region ON post_region.id = post.region_id
LEFT JOIN committees_membership membership ON membership.person_id = person.id
      AND membership.starts_on <= %(on)s
      AND (membership.ends_on IS NULL OR membership.ends_on >= %(on)s)
LEFT JOIN committees_seat seat ON seat.id = membership.seat_id
LEFT JOIN regions_region seat_region ON seat_region.id = seat.region_id
LEFT JOIN regions_provincecluster cluster ON cluster.id = seat.cluster_id
LEFT JOIN committees_issue issue ON issue.id = seat.issue_id
WHERE person.user_id = %(user)s
"""
NAMES = ("name", "name_en")
REGION = ("id", "code", "short_name", "mark", *NAMES)
RANKS = [
    Role.CENTRAL_OFFICER,
    Role.AUDITOR,
    Role.COORDINATOR,
    Role.MANAGER,
    Role.OFFICER,
    Role.CO_CHAIR,
    None,
]


class Row(NamedTuple):
    """One post and one seat of a person; without any, one row of neither."""

    person: Person
    role: str | None
    seat_number: int | None
    post_region: Region | None
    seat_region: Region | None
    cluster: ProvinceCluster | None
    issue: Issue | None

    @property
    def region(self):
        return self.post_region or self.seat_region


def ask_who_is(user, *, on) -> Who:
    rows = [read(row) for row in asked(user, on)]
    if not rows:
        return Who(name=user.email, first_name=user.email, posts=(), role="", region=None)
    first = min(rows, key=lambda row: RANKS.index(row.role))
    return Who(
        name=first.person.full_name,
        first_name=first.person.address_name,
        posts=tuple(dict.fromkeys(row.role for row in rows if row.role)),
        role=role_words(first),
        region=first.region,
    )


def asked(user, on):
    with connection.cursor() as cursor:
        cursor.execute(ASK, {"user": user.pk, "on": on})
        return cursor.fetchall()


def read(row) -> Row:
    prefix, first, last, role, number, *places = row
    return Row(
        person=Person(name_prefix=prefix, first_name=first, last_name=last),
        role=role,
        seat_number=number,
        post_region=built(Region, REGION, places[:6]),
        seat_region=built(Region, REGION, places[6:12]),
        cluster=built(ProvinceCluster, NAMES, places[12:14]),
        issue=built(Issue, NAMES, places[14:]),
    )


def built(model, fields, values):
    return None if values[-1] is None else model(**dict(zip(fields, values, strict=True)))


def role_words(row: Row) -> str:
    """What the person is today, in the words of the screen's language."""
    place = {"region": named(row.region)} if row.region else {}
    match row.role:
        case Role.CENTRAL_OFFICER:
            return _("กองเลขานุการ ส่วนกลาง")
        case Role.AUDITOR:
            return _("ผู้ตรวจสอบ")
        case Role.COORDINATOR:
            return _("ผู้ประสานงาน%(region)s") % place
        case Role.MANAGER:
            return _("ผู้จัดการ%(region)s") % place
        case Role.OFFICER:
            return _("เจ้าหน้าที่%(region)s") % place
        case Role.CO_CHAIR:
            return _("ประธานร่วม%(region)s") % place
    return seat_words(row)


def seat_words(row: Row) -> str:
    if row.seat_number is None:
        return ""
    place = represented(row.cluster, row.seat_region, row.issue)
    return _("อนุกรรมการ %(place)s") % {"place": named(place)}
