"""The order a row names: known by issuer and number, or told whole so that it can be added."""

from django.utils.translation import gettext as _

from committees.models import Membership
from portal.kernel.thai import long_date
from regions.models import AppointmentOrder

NAMES = ("issuer", "order_number")


def find(draft, register, claims) -> None:
    if draft["mode"] == Membership.Mode.NETWORK and not any_of(draft, *NAMES, "issued_on"):
        return
    missing = [key for key in NAMES if not draft[key]]
    for key in missing:
        draft.object_to(key, _("ต้องมี เพราะแถวนี้มีคำสั่ง"), _("กรอกผู้ออกคำสั่งและเลขที่ของคำสั่งที่แต่งตั้ง"))
    if missing or draft["mode"] is None:
        return
    known = register.orders.get((draft["issuer"], draft["order_number"]))
    draft.order = known or claimed(draft, claims)
    refuse_other_day(draft)


def any_of(draft, *keys) -> bool:
    return any(draft.cells.get(key) for key in keys)


def claimed(draft, claims) -> AppointmentOrder | None:
    """The new order of an earlier row, or one this row tells whole."""
    key = draft["issuer"], draft["order_number"]
    if key not in claims.orders:
        if draft["issued_on"] is None:
            draft.object_to(
                "issued_on",
                _("วันที่ของคำสั่ง เช่น 25/6/2568"),
                _("คำสั่งนี้ยังไม่มีในทะเบียน กรอกวันที่แล้วระบบจะเพิ่มให้"),
            )
            return None
        claims.orders[key] = AppointmentOrder(
            issuer=key[0], number=key[1], issued_on=draft["issued_on"], title=title_of(draft)
        )
    return claims.orders[key]


def title_of(draft) -> str:
    return f"แต่งตั้ง{draft.generation.name}"[:250] if draft.generation else ""


def refuse_other_day(draft) -> None:
    """Two days of one order: one of them is mistyped."""
    order, written = draft.order, draft["issued_on"]
    if order and written and written != order.issued_on:
        draft.object_to(
            "issued_on",
            long_date(order.issued_on),
            _("คำสั่งนี้ลงวันที่อื่นไว้ในทะเบียนหรือในแถวก่อน ตรวจเลขที่และวันที่"),
        )
