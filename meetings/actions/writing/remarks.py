"""ข้อคิดเห็น, ข้อเสนอ and what was said: numbered lists of an item that keep their order (S10)."""

from uuid import UUID

from meetings.actions.record_rules import writes_record
from meetings.models import AgendaItem, Opinion, Proposal, Statement
from portal.kernel.activity import record
from portal.kernel.models import User

from .gate import at_the_end, hold_begun, keep, made_once, refuse_changed

Remark = Statement | Opinion | Proposal


@writes_record
def add_remark(
    kind: type[Opinion | Proposal], item: AgendaItem, text: str, *, token: UUID, by: User
) -> Opinion | Proposal:
    """At the end of the list of its kind."""
    hold_begun(item.meeting_id)
    rows = kind.objects.filter(item=item)

    def make() -> Opinion | Proposal:
        return rows.create(item=item, position=at_the_end(rows), text=text)

    row, is_new = made_once(token, rows, make)
    if is_new:
        record(f"{kind._meta.model_name}.added", row, by=by)
    return row


@writes_record
def rewrite_remark(row: Remark, text: str, *, version: int, by: User) -> Remark:
    hold_begun(row.item.meeting_id)
    keep(row, version, by=by, text=text)
    return row


@writes_record
def move_remark(row: Remark, *, up: bool, by: User) -> Remark:
    """Past its neighbour; the first does not go up, nor the last down."""
    hold_begun(row.item.meeting_id)
    row.refresh_from_db()
    rows = type(row).objects.filter(item=row.item_id)
    order = list(rows.order_by("position", "pk"))
    at = order.index(row)
    to = max(at - 1, 0) if up else min(at + 1, len(order) - 1)
    if to != at:
        order.insert(to, order.pop(at))
        _renumber(order)
        record(f"{row._meta.model_name}.moved", row, by=by)
    return row


def _renumber(order: list[Remark]) -> None:
    for position, row in enumerate(order, start=1):
        if row.position != position:
            type(row).objects.filter(pk=row.pk).update(position=position)


@writes_record
def remove_remark(row: Remark, *, version: int, by: User) -> None:
    """Take it off as it was read; the history keeps the row."""
    hold_begun(row.item.meeting_id)
    refuse_changed(row, version)
    if isinstance(row, Statement):
        row.speakers.all().delete()
    record(f"{row._meta.model_name}.removed", row.item, by=by, row=row.pk)
    row.delete()
