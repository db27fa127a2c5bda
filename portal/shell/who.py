"""Who is signed in, as the head of every page says it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import FilteredRelation, Q
from django.utils.translation import gettext as _

from committees.models import Issue
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
        return bool({Role.COORDINATOR, Role.OFFICER, Role.MANAGER} & set(self.posts))


def who_is(user: User, *, on: date) -> Who:
    """Name, posts and seat of ``user`` that day: one query, kept on the user for the request."""
    if not hasattr(user, "who"):
        user.who = ask_who_is(user, on=on)
    return user.who


def ask_who_is(user, *, on) -> Who:
    rows = list(
        Person.objects.filter(user=user)
        .annotate(post=in_force("posts", on), membership=in_force("memberships", on))
        .values(
            "name_prefix",
            "first_name",
            "last_name",
            "post__role",
            *(f"post__region__{field}" for field in REGION),
            "membership__seat__number",
            *(f"membership__seat__region__{field}" for field in REGION),
            *(
                f"membership__seat__{place}__{field}"
                for place in ("cluster", "issue")
                for field in NAMES
            ),
        )
    )
    if not rows:
        return Who(name=user.email, first_name=user.email, posts=(), role="", region=None)
    first = min(rows, key=lambda row: RANKS.get(row["post__role"], len(RANKS)))
    person = Person(**{field: first[field] for field in ("name_prefix", "first_name", "last_name")})
    region = built(Region, first, "post__region", REGION) or built(
        Region, first, "membership__seat__region", REGION
    )
    return Who(
        name=person.full_name,
        first_name=person.address_name,
        posts=tuple(dict.fromkeys(row["post__role"] for row in rows if row["post__role"])),
        role=role_words(first, region),
        region=region,
    )


NAMES = ("name", "name_en")
REGION = ("id", "code", "short_name", "mark", *NAMES)
RANKS = {
    role: rank
    for rank, role in enumerate(
        [
            Role.CENTRAL_OFFICER,
            Role.AUDITOR,
            Role.COORDINATOR,
            Role.MANAGER,
            Role.OFFICER,
            Role.CO_CHAIR,
        ]
    )
}


def in_force(relation: str, on: date) -> FilteredRelation:
    """The rows of ``relation`` whose period holds ``on``."""
    return FilteredRelation(
        relation,
        condition=Q(**{f"{relation}__starts_on__lte": on})
        & (Q(**{f"{relation}__ends_on": None}) | Q(**{f"{relation}__ends_on__gte": on})),
    )


def built(model, row, prefix, fields):
    """The related row that ``values`` spread out again as one object, or None."""
    found = {field: row[f"{prefix}__{field}"] for field in fields}
    return model(**found) if found["name"] is not None else None


def role_words(row, region) -> str:
    """What the person is today, in the words of the screen's language."""
    match row["post__role"]:
        case Role.CENTRAL_OFFICER:
            return _("กองเลขานุการ ส่วนกลาง")
        case Role.AUDITOR:
            return _("ผู้ตรวจสอบ")
        case Role.COORDINATOR:
            return _("ผู้ประสานงาน%(region)s") % {"region": named(region)}
        case Role.MANAGER:
            return _("ผู้จัดการ%(region)s") % {"region": named(region)}
        case Role.OFFICER:
            return _("เจ้าหน้าที่%(region)s") % {"region": named(region)}
        case Role.CO_CHAIR:
            return _("ประธานร่วม%(region)s") % {"region": named(region)}
    return seat_words(row, region)


def seat_words(row, region) -> str:
    if row["membership__seat__number"] is None:
        return ""
    issue = built(Issue, row, "membership__seat__issue", NAMES)
    cluster = built(ProvinceCluster, row, "membership__seat__cluster", NAMES)
    stands_for = (
        _("ประเด็น%(issue)s") % {"issue": named(issue)} if issue else named(cluster or region)
    )
    return _("อนุกรรมการ %(place)s") % {"place": stands_for}
