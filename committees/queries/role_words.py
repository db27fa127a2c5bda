"""What people are, in the words of the screen's language."""

from django.utils.translation import gettext as _

from committees.models import BodyMembership, Membership, Seat, Standing, Substitution
from committees.roles import Role
from portal.kernel.names import named, named_short
from regions.models import RegionalPost
from regions.place_words import province_words


def role_words(role: str) -> str:
    return {
        Role.CENTRAL_OFFICER: _("เจ้าหน้าที่ส่วนกลาง"),
        Role.AUDITOR: _("ผู้ตรวจสอบ"),
        Role.COORDINATOR: _("ผู้ประสานงานภาค"),
        Role.MANAGER: _("ผู้จัดการภาค"),
        Role.OFFICER: _("เจ้าหน้าที่ภาค"),
        Role.CO_CHAIR: _("ประธานร่วม"),
        Role.PROVINCIAL: _("ผู้ประสานงานจังหวัด"),
    }[role]


def post_words(post: RegionalPost) -> str:
    """ผู้ประสานงานภาค; in which region stands elsewhere, for which province here."""
    if post.province is None:
        return role_words(post.role)
    return _("ผู้ประสานงาน%(province)s") % {"province": province_words(post.province)}


def seat_words(seat: Seat) -> str:
    return _("อนุกรรมการ ที่นั่งที่ %(number)s") % {"number": seat.number}


def substitute_words(substitution: Substitution) -> str:
    return _("ผู้แทนชั่วคราว ที่นั่งที่ %(number)s") % {"number": substitution.seat.number}


def body_words(membership: BodyMembership) -> str:
    """The body by its short name, and what the person is on it, if that is said."""
    name = named_short(membership.committee)
    return f"{name} ({membership.role})" if membership.role else name


def standing_words(standing: str) -> str:
    return {
        Standing.FILLED: _("อยู่ในวาระ"),
        Standing.ENDS_SOON: _("ใกล้ครบวาระ"),
        Standing.CARRY_OVER: _("อยู่รักษาการ"),
        Standing.VACANT: _("ว่าง"),
    }[standing]


def mode_words(membership: Membership) -> str:
    formal = membership.mode == Membership.Mode.FORMAL
    return _("แต่งตั้งอย่างเป็นทางการ") if formal else _("เครือข่ายการทำงาน")


def area_words(seat: Seat) -> list[str]:
    """The region of a seat, and its cluster; nothing for the seat of an issue."""
    if seat.region is None:
        return []
    return [named(place) for place in (seat.region, seat.cluster and seat.stands_for) if place]
