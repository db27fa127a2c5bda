"""Who works for and speaks for a region or the centre on one day, and what is missing there."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committees.models import Committee, Membership, Seat
from committees.roles import OF_A_PROVINCE, OF_A_REGION, OF_THE_67, OF_THE_CENTRE, STAFF, Role
from portal.kernel.models import Person
from regions.models import Province, Region, RegionalPost

from .role_words import post_words, role_words


def eligible(role: str, place: Region | Province | None, *, on: date) -> QuerySet[Person]:
    """Whom a form offers: members from the region for its own posts, staff who are none (S18)."""
    seats = Membership.objects.in_force(on=on).filter(
        seat__committee__kind=Committee.Kind.SUBCOMMITTEE
    )
    people = Person.objects.in_thai_order()
    if role in OF_THE_67:
        return people.filter(pk__in=seats.filter(seat__region=place).values("person"))
    if role not in STAFF:
        return people
    return people.exclude(pk__in=seats.values("person"))


def generation_of(*, on: date) -> Committee | None:
    return Committee.objects.the_67(on=on).order_by("-starts_on").first()


@dataclass(frozen=True)
class Duty:
    """One kind of post on a page: who holds it that day, or what to say of nobody."""

    role: str
    posts: list[RegionalPost]
    missing: str

    @property
    def label(self) -> str:
        return role_words(self.role)

    @property
    def slug(self) -> str:
        return self.role.replace("_", "-")

    @property
    def takes_many(self) -> bool:
        return self.role not in OF_THE_67


@dataclass(frozen=True)
class Posts:
    """All posts of a region, or of the centre, as they stand on one day."""

    on: date
    rows: list[RegionalPost]

    def held(self, role: str) -> list[RegionalPost]:
        return [post for post in self.rows if post.role == role and post.is_in_force(on=self.on)]

    @property
    def past(self) -> list[tuple[RegionalPost, str]]:
        """Each with what it was, in words."""
        over = [post for post in self.rows if post.ends_on and post.ends_on < self.on]
        over.sort(key=lambda post: post.ends_on, reverse=True)
        return [(post, post_words(post)) for post in over]

    @property
    def coming(self) -> list[tuple[RegionalPost, str]]:
        later = [post for post in self.rows if post.starts_on > self.on]
        later.sort(key=lambda post: post.starts_on)
        return [(post, post_words(post)) for post in later]


def posts_of(region: Region | None, *, on: date) -> Posts:
    roles = OF_A_REGION if region else OF_THE_CENTRE
    rows = RegionalPost.objects.filter(region=region, role__in=roles)
    people = rows.select_related("person", "appointed_by", "discharged_by")
    return Posts(on=on, rows=list(people.order_by("person__sort_key", "pk")))


# -- A region -----------------------------------------------------------------------


@dataclass(frozen=True)
class WorkingGroup:
    """เจ้าหน้าที่เป็นคณะทำงานร่วมกับอนุฯ 67: the staff and the members of one region (S80, S84)."""

    generation: Committee | None
    posts: Posts
    seats: list[Seat]

    @property
    def is_from_document(self) -> bool:
        return bool(self.generation and self.generation.source)

    @property
    def duties(self) -> list[Duty]:
        return [Duty(role, self.posts.held(role), self.missing_of(role)) for role in OF_A_REGION]

    @property
    def filled(self) -> int:
        return sum(bool(seat.holding) for seat in self.seats)

    @property
    def missing(self) -> list[str]:
        """What the group lacks, in words; of a day known from a document nothing is said."""
        if self.is_from_document or self.generation is None:
            return []
        lacks = [duty.missing for duty in self.duties if duty.missing]
        vacant = len(self.seats) - self.filled
        if vacant:
            lacks.append(ngettext("ที่นั่งว่าง %(n)s ที่", "ที่นั่งว่าง %(n)s ที่", vacant) % {"n": vacant})
        return lacks

    def missing_of(self, role: str) -> str:
        held = len(self.posts.held(role))
        due = self.generation.officers_per_region if self.generation else 1
        if role == Role.OFFICER and held != due:
            return _("เจ้าหน้าที่ภาค %(held)s จาก %(due)s คน") % {"held": held, "due": due}
        return "" if held else NOBODY[role]()


NOBODY = {
    Role.MANAGER: lambda: _("ยังไม่มีผู้จัดการภาค"),
    Role.OFFICER: lambda: _("ยังไม่มีเจ้าหน้าที่ภาค"),
    Role.COORDINATOR: lambda: _("ยังไม่มีผู้ประสานงานภาค"),
    Role.CO_CHAIR: lambda: _("ยังไม่มีประธานร่วม"),
}


def working_group(region: Region, *, on: date) -> WorkingGroup:
    """The generation, the posts, the seats and their holders: four queries."""
    generation = generation_of(on=on)
    seats = Seat.objects.for_board(on=on).filter(committee=generation, region=region)
    return WorkingGroup(generation, posts_of(region, on=on), list(seats))


@dataclass(frozen=True)
class ProvinceRow:
    """Who speaks for one province of a region."""

    province: Province
    posts: Posts

    @property
    def held(self) -> list[RegionalPost]:
        return self.posts.held(Role.PROVINCIAL)


@dataclass(frozen=True)
class Provinces:
    """The provinces of a region on a day, each with its people; and those of other days."""

    rows: list[ProvinceRow]

    @property
    def past(self) -> list[tuple[RegionalPost, str]]:
        return [each for row in self.rows for each in row.posts.past]

    @property
    def coming(self) -> list[tuple[RegionalPost, str]]:
        return [each for row in self.rows for each in row.posts.coming]

    @property
    def empty(self) -> int:
        return sum(not row.held for row in self.rows)


def provinces_of(region: Region, *, on: date) -> Provinces:
    """In the order of a Thai dictionary, for any number of provinces two queries."""
    posts = RegionalPost.objects.filter(role__in=OF_A_PROVINCE).order_by("person__sort_key", "pk")
    posts = posts.select_related("person", "province", "appointed_by", "discharged_by")
    provinces = Province.objects.of_region(region, on=on).prefetch_related(
        Prefetch("posts", posts, to_attr="posts_ever")
    )
    return Provinces([ProvinceRow(each, Posts(on, each.posts_ever)) for each in provinces])


# -- The centre -----------------------------------------------------------------------


@dataclass(frozen=True)
class RegionRow:
    """Who works for and speaks for one region, in one row of the secretariat's page."""

    region: Region
    posts: Posts

    @property
    def cells(self) -> list[Duty]:
        roles = (Role.OFFICER, Role.COORDINATOR, Role.CO_CHAIR)
        return [Duty(role, self.posts.held(role), "") for role in roles]


@dataclass(frozen=True)
class Centre:
    """The secretariat of one day, counted both ways in which its size is written (S18, S19)."""

    generation: Committee | None
    unit: Committee | None
    posts: Posts
    rows: list[RegionRow]

    @property
    def is_from_document(self) -> bool:
        return bool(self.generation and self.generation.source)

    @property
    def officers(self) -> list[RegionalPost]:
        return self.posts.held(Role.CENTRAL_OFFICER)

    @property
    def duties(self) -> list[Duty]:
        return [Duty(role, self.posts.held(role), "") for role in OF_THE_CENTRE]

    @property
    def regional(self) -> int:
        return sum(len(row.posts.held(Role.OFFICER)) for row in self.rows)

    @property
    def regional_due(self) -> int:
        return self.generation.officers_per_region * len(self.rows)

    @property
    def total(self) -> int:
        return self.regional + len(self.officers)

    @property
    def total_due(self) -> int:
        return self.regional_due + self.generation.central_officers_due


def centre(*, on: date) -> Centre:
    """The generation, its secretariat, the regions, their posts and the centre's: five queries."""
    generation = generation_of(on=on)
    units = Committee.objects.bodies_of(generation).in_force(on=on) if generation else ()
    unit = units and units.filter(kind=Committee.Kind.SECRETARIAT).first()
    regions = list(Region.objects.in_force(on=on))
    held = RegionalPost.objects.in_force(on=on).filter(region__in=regions).select_related("person")
    theirs = {region.pk: [] for region in regions}
    for post in held.order_by("person__sort_key", "pk"):
        theirs[post.region_id].append(post)
    rows = [RegionRow(region, Posts(on, theirs[region.pk])) for region in regions]
    return Centre(generation, unit or None, posts_of(None, on=on), rows)
