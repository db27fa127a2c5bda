"""Who is signed in, as the head of every page says it."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db import connection
from django.utils.translation import gettext as _

from committees.models import Committee, Issue, represented
from portal.kernel.models import Person, User
from portal.kernel.names import named
from portal.kernel.phones import shown_phone
from regions.models import Province, ProvinceCluster, Region, RegionalPost
from regions.place_words import province_words

Role = RegionalPost.Role


@dataclass(frozen=True)
class Who:
    """The person signed in, as the head of a page names them."""

    name: str
    first_name: str
    posts: tuple[str, ...]
    role: str
    region: Region | None  # also of whoever speaks for one of its provinces
    person: int | None = None
    provinces: tuple[Province, ...] = ()

    @property
    def sees_everything(self):
        return self.is_secretariat or Role.AUDITOR in self.posts

    @property
    def is_secretariat(self):
        return Role.CENTRAL_OFFICER in self.posts

    @property
    def files_reports(self):
        """For a region."""
        return bool({Role.COORDINATOR, Role.OFFICER} & set(self.posts))


def who_is(user: User, *, on: date) -> Who:
    """Name, posts, seat or body of ``user`` that day: one query, kept on the user."""
    if not hasattr(user, "who"):
        user.who = ask_who_is(user, on=on)
    return user.who


# Every page asks this, so it is written out: composing it anew each time costs more than asking it.
ASK = """
SELECT person.id, person.name_prefix, person.first_name, person.last_name,
       post.role, seat.number, sits.acts,
       province.code, province.name, province.name_en,
       post_region.id, post_region.code, post_region.short_name, post_region.mark,
       post_region.name, post_region.name_en,
       seat_region.id, seat_region.code, seat_region.short_name, seat_region.mark,
       seat_region.name, seat_region.name_en,
       cluster.name, cluster.name_en, issue.name, issue.name_en, body.name, body.name_en
FROM kernel_person person
LEFT JOIN regions_regionalpost post ON post.person_id = person.id
      AND post.starts_on <= %(on)s AND (post.ends_on IS NULL OR post.ends_on >= %(on)s)
LEFT JOIN regions_province province ON province.code = post.province_id
LEFT JOIN regions_provinceregion belongs ON belongs.province_id = post.province_id
      AND belongs.starts_on <= %(on)s AND (belongs.ends_on IS NULL OR belongs.ends_on >= %(on)s)
LEFT JOIN regions_region post_region
       ON post_region.id = COALESCE(post.region_id, belongs.region_id)
LEFT JOIN LATERAL (
      SELECT held.seat_id, FALSE AS acts FROM committees_membership held
       WHERE held.person_id = person.id AND held.starts_on <= %(on)s
         AND (held.ends_on IS NULL OR held.ends_on >= %(on)s)
      UNION ALL
      SELECT acted.seat_id, TRUE FROM committees_substitution acted
       WHERE acted.person_id = person.id AND %(on)s BETWEEN acted.starts_on AND acted.ends_on
) sits ON TRUE
LEFT JOIN committees_seat seat ON seat.id = sits.seat_id
LEFT JOIN regions_region seat_region ON seat_region.id = seat.region_id
LEFT JOIN regions_provincecluster cluster ON cluster.id = seat.cluster_id
LEFT JOIN committees_issue issue ON issue.id = seat.issue_id
LEFT JOIN LATERAL (
      SELECT committee.name, committee.name_en FROM committees_bodymembership member
        JOIN committees_committee committee ON committee.id = member.committee_id
       WHERE member.person_id = person.id AND member.starts_on <= %(on)s
         AND (member.ends_on IS NULL OR member.ends_on >= %(on)s)
       ORDER BY committee.position, committee.id LIMIT 1
) body ON TRUE
WHERE person.user_id = %(user)s
"""
NAMES = ("name", "name_en")
PROVINCE = ("code", *NAMES)
REGION = ("id", "code", "short_name", "mark", *NAMES)
RANKS = [
    Role.CENTRAL_OFFICER,
    Role.AUDITOR,
    Role.COORDINATOR,
    Role.MANAGER,
    Role.OFFICER,
    Role.CO_CHAIR,
    Role.PROVINCIAL,
    None,
]


class Row(NamedTuple):
    """One post, one seat and one body of a person; without any, one row of none."""

    person: Person
    role: str | None
    seat_number: int | None
    acts: bool  # in the seat, for its holder
    province: Province | None
    post_region: Region | None
    seat_region: Region | None
    cluster: ProvinceCluster | None
    issue: Issue | None
    body: Committee | None

    @property
    def rank(self):
        return RANKS.index(self.role), self.acts

    @property
    def region(self):
        return self.post_region or self.seat_region


def ask_who_is(user, *, on) -> Who:
    rows = [read(row) for row in asked(user, on)]
    if not rows:
        name = user.email or shown_phone(user.phone)
        return Who(name=name, first_name=name, posts=(), role="", region=None)
    first = min(rows, key=lambda row: row.rank)
    return Who(
        name=first.person.full_name,
        first_name=first.person.address_name,
        posts=tuple(dict.fromkeys(row.role for row in rows if row.role)),
        role=role_words(first),
        region=first.region,
        person=first.person.pk,
        provinces=provinces_of(rows),
    )


def provinces_of(rows) -> tuple[Province, ...]:
    """Every province the person speaks for, once each."""
    return tuple({row.province.code: row.province for row in rows if row.province}.values())


def asked(user, on):
    with connection.cursor() as cursor:
        cursor.execute(ASK, {"user": user.pk, "on": on})
        return cursor.fetchall()


def read(row) -> Row:
    pk, prefix, first, last, role, number, acts, *places = row
    return Row(
        person=Person(pk=pk, name_prefix=prefix, first_name=first, last_name=last),
        role=role,
        seat_number=number,
        acts=bool(acts),
        province=built(Province, PROVINCE, places[:3]),
        post_region=built(Region, REGION, places[3:9]),
        seat_region=built(Region, REGION, places[9:15]),
        cluster=built(ProvinceCluster, NAMES, places[15:17]),
        issue=built(Issue, NAMES, places[17:19]),
        body=built(Committee, NAMES, places[19:]),
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
        case Role.PROVINCIAL:
            return _("ผู้ประสานงาน%(province)s") % {"province": province_words(row.province)}
    return seat_words(row)


def seat_words(row: Row) -> str:
    if row.seat_number is None:
        return named(row.body) if row.body else ""
    if row.acts:
        return _("ผู้แทนชั่วคราว ที่นั่งที่ %(number)s") % {"number": row.seat_number}
    place = represented(row.cluster, row.seat_region, row.issue)
    return _("อนุกรรมการ %(place)s") % {"place": named(place)}
