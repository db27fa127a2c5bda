"""The seat a row names: there already, or to be made from what the row says of it."""

from django.utils.translation import gettext as _

from committees.models import Seat
from committees.periods import in_words, wrong_end
from portal.kernel.names import named
from portal.kernel.thai import long_date
from portal.kernel.thai_sort import thai_sort_key

from .register import share_a_day

Kind = Seat.Kind
PLACES = ("region", "cluster", "issue")


def find(draft, register, claims) -> None:
    if not draft["seat"] or not draft.generation:
        return
    refuse_second_row(draft, claims)
    known = register.seats.get((draft.generation.pk, draft["seat"]))
    if known is None:
        make(draft, register)
        return
    draft.seat = known
    refuse_other_place(draft, register)
    refuse_outside(draft)


def is_beyond_seats(draft) -> bool:
    """A number that the generation does not go up to."""
    due = draft.generation.seats_due
    is_beyond = bool(due and draft["seat"] > due)
    if is_beyond:
        expected, mend = _("เลขที่นั่ง 1 ถึง %(n)s"), _("คณะชุดนี้มี %(n)s ที่นั่ง")
        draft.object_to("seat", expected % {"n": due}, mend % {"n": due})
    return is_beyond


def refuse_second_row(draft, claims) -> None:
    key = draft.generation.pk, draft["seat"]
    if key in claims.seats:
        draft.object_to(
            "seat",
            _("ที่นั่งที่ปรากฏแถวเดียวในไฟล์"),
            _("ที่นั่งนี้อยู่ในแถวที่ %(row)s แล้ว เลือกไว้แถวเดียว") % {"row": claims.seats[key]},
        )
    claims.seats.setdefault(key, draft.row)


def refuse_outside(draft) -> None:
    """A seat that was closed, or comes only later."""
    if wrong_end(draft.term, draft.seat):
        draft.object_to(
            "starts_on",
            _("วันที่ที่นั่งนี้มีอยู่ คือ %(days)s") % {"days": in_words(draft.seat)},
            _("ตรวจเลขที่นั่งและวันที่"),
        )


def refuse_other_place(draft, register) -> None:
    """Where a row says what its seat is, it must be that: else its number is mistyped."""
    if draft["kind"] and draft["kind"] != draft.seat.kind:
        object_to_place(draft, "kind")
    for key in PLACES:
        written = draft[key]
        if written and register.place(key, written) != getattr(draft.seat, key):
            object_to_place(draft, key)


def object_to_place(draft, key: str) -> None:
    place = named(draft.seat.stands_for)
    text = _("ที่นั่งที่ %(n)s เป็นของ%(place)s ตรวจเลขที่นั่ง หรือเว้นช่องนี้ว่าง")
    draft.object_to(key, place, text % {"n": draft["seat"], "place": place})


# -- A seat to be made ---------------------------------------------------------------------------


def make(draft, register) -> None:
    if is_beyond_seats(draft):
        return
    kind = draft["kind"] or (Kind.ISSUE if draft["issue"] else Kind.CLUSTER)
    needed = "issue" if kind == Kind.ISSUE else "region"
    keys = ("issue",) if kind == Kind.ISSUE else ("region", "cluster")
    found = {key: place_in(draft, register, key, is_needed=key == needed) for key in keys}
    refuse_cluster_elsewhere(draft, register, found)
    if all(finding.key not in PLACES for finding in draft.findings):
        draft.seat = Seat(
            committee=draft.generation, number=draft["seat"], kind=kind,
            starts_on=draft.generation.starts_on, ends_on=draft.generation.ends_on, **found,
        )  # fmt: skip


def place_in(draft, register, key: str, *, is_needed: bool):
    written = draft[key]
    found = register.place(key, written) if written else None
    if written and found is None:
        known = {named(place) for place in register.places[key].values()}
        names = sorted(known, key=thai_sort_key)
        draft.object_to(key, _("ชื่อที่มีในระบบ"), _("เช่น %(names)s") % {"names": ", ".join(names[:8])})
    elif is_needed and found is None:
        draft.object_to(
            key,
            _("ต้องมี เพราะต้องสร้างที่นั่งนี้"),
            _("ยังไม่มีที่นั่งที่ %(n)s กรอกภาคหรือประเด็น หรือแก้เลขที่นั่ง") % {"n": draft["seat"]},
        )
    return found


def refuse_cluster_elsewhere(draft, register, found: dict) -> None:
    region, cluster = found.get("region"), found.get("cluster")
    if not (region and cluster):
        return
    regions = register.regions_of_clusters.get(cluster.pk, set())
    if regions and region.pk not in regions:
        draft.object_to(
            "cluster",
            _("กลุ่มจังหวัดของ%(region)s") % {"region": named(region)},
            _("กลุ่มจังหวัดนี้ไม่มีจังหวัดใดอยู่ในภาคนี้"),
        )


# -- Who holds it ---------------------------------------------------------------------------------


def refuse_held(draft, register) -> None:
    """Somebody else on any day of the term; the same person from the same day is this row, done."""
    for row in register.holdings.get(draft.seat.pk, []) if draft.seat.pk else []:
        if not share_a_day(row, draft.term):
            continue
        if row.person == draft.person and row.starts_on == draft["starts_on"]:
            draft.is_done = True
            continue
        words = {"name": row.person.full_name, "days": in_words(row)}
        draft.object_to(
            "seat",
            _("ที่นั่งที่ว่างตั้งแต่ %(day)s") % {"day": long_date(draft["starts_on"])},
            _("%(name)s นั่งอยู่ %(days)s บันทึกการพ้นจากที่นั่งก่อน") % words,
        )
