"""Diagrams rebuilt from data: drawn, told in words and equal as a table (S11)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Max
from django.utils.translation import gettext as _

from meetings.models import AgendaItem, Diagram, DiagramNode
from portal.kernel.activity import record
from portal.kernel.errors import RuleBroken
from portal.kernel.models import User

from .record_rules import hold_record, writes_record


@dataclass(frozen=True)
class Node:
    title: str
    text: str = ""
    column: str = ""


@dataclass(frozen=True)
class Drawing:
    """What a diagram shows; ``description`` says in words what the eye would see."""

    shape: str
    title: str
    description: str
    nodes: Sequence[Node]


@writes_record
def draw(item: AgendaItem, drawing: Drawing, *, by: User) -> Diagram:
    hold_record(item.meeting_id)
    _refuse_incomplete(drawing)
    there = item.diagrams.prefetch_related("nodes")
    if same := next((one for one in there if drawing_of(one) == drawing), None):
        return same  # sent twice
    last = item.diagrams.aggregate(last=Max("position"))["last"] or 0
    diagram = Diagram.objects.create(item=item, position=last + 1, **_words_of(drawing))
    _put_nodes(diagram, drawing.nodes)
    record("diagram.drawn", diagram, by=by)
    return diagram


@writes_record
def redraw(diagram: Diagram, drawing: Drawing, *, seen: Drawing, by: User) -> Diagram:
    """Change a diagram that still shows what was ``seen``; who comes second is refused as stale."""
    hold_record(diagram.item.meeting_id)
    _refuse_incomplete(drawing)
    standing = Diagram.objects.filter(pk=diagram.pk).first()
    if standing is None:
        raise RuleBroken(_("มีผู้นำแผนภาพนี้ออกไปแล้ว"), code="gone")
    if drawing_of(standing) != seen:
        raise RuleBroken(_("มีผู้แก้แผนภาพนี้หลังจากท่านเปิดหน้านี้"), code="stale")
    Diagram.objects.filter(pk=diagram.pk).update(**_words_of(drawing))
    diagram.refresh_from_db()
    diagram.nodes.all().delete()
    _put_nodes(diagram, drawing.nodes)
    record("diagram.redrawn", diagram, by=by)
    return diagram


@writes_record
def erase(diagram: Diagram, *, by: User) -> None:
    """Take a diagram off its item; the history keeps what it showed."""
    hold_record(diagram.item.meeting_id)
    record("diagram.erased", diagram.item, by=by, diagram=diagram.pk)
    diagram.nodes.all().delete()
    diagram.delete()


def drawing_of(diagram: Diagram) -> Drawing:
    nodes = tuple(Node(node.title, node.text, node.column) for node in diagram.nodes.all())
    return Drawing(diagram.shape, diagram.title, diagram.description, nodes)


def _words_of(drawing: Drawing) -> dict[str, str]:
    return {name: getattr(drawing, name) for name in ("shape", "title", "description")}


def _refuse_incomplete(drawing: Drawing) -> None:
    if len(drawing.nodes) < 2:
        raise RuleBroken(_("แผนภาพต้องมีอย่างน้อยสองช่อง"), code="too-few")
    if drawing.shape == Diagram.Shape.COLUMNS and not all(node.column for node in drawing.nodes):
        raise RuleBroken(_("แผนภาพแบบตาราง ทุกช่องต้องบอกว่าอยู่กลุ่มใด"), code="no-column")


def _put_nodes(diagram: Diagram, nodes: Sequence[Node]) -> None:
    DiagramNode.objects.bulk_create(
        DiagramNode(
            diagram=diagram, position=at, column=node.column, title=node.title, text=node.text
        )
        for at, node in enumerate(nodes, 1)
    )
