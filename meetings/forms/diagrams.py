"""A diagram as data: what each box says, and the whole in words."""

import json
from dataclasses import asdict

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from meetings.actions.diagrams import Drawing, Node, draw, drawing_of, erase, redraw
from meetings.models import Diagram
from portal.kernel.forms import ActionForm
from portal.kernel.thai import normalise

from .rows import typed_rows

MOST_NODES, SPARE_ROWS = 24, 3
SALT = "meetings.forms.diagrams"


class NodeForm(forms.Form):
    """One box; without a title it is none."""

    column = forms.CharField(label=_("กลุ่ม"), max_length=80, required=False)
    title = forms.CharField(label=_("เรื่อง"), max_length=120, required=False)
    text = forms.CharField(label=_("คำอธิบาย"), max_length=300, required=False)

    def clean(self):
        given = {name: normalise(value) for name, value in self.cleaned_data.items()}
        if not given.get("title") and any(given.values()):
            self.add_error("title", _("เขียนเรื่องของช่องนี้ หรือลบข้อความในแถว"))
        return given


NodeFormSet = forms.formset_factory(NodeForm, extra=0, max_num=MOST_NODES, validate_max=True)


class DiagramForm(ActionForm):
    shape = forms.ChoiceField(
        label=_("แบบ"),
        choices=[
            (Diagram.Shape.CHAIN, _("ลำดับจากซ้ายไปขวา")),
            (Diagram.Shape.COLUMNS, _("ตารางเป็นกลุ่ม")),
        ],
        widget=forms.RadioSelect,
        initial=Diagram.Shape.CHAIN,
    )
    title = forms.CharField(label=_("ชื่อแผนภาพ"), max_length=200)
    description = forms.CharField(
        label=_("คำบรรยายแทนภาพ"),
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("บอกเป็นคำว่าภาพนี้แสดงอะไร สำหรับผู้ที่มองไม่เห็นภาพ"),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, by, item=None, diagram=None):
        drawing = drawing_of(diagram) if diagram else None
        super().__init__(data, initial=told_of(drawing))
        self.item, self.diagram, self.by = item, diagram, by
        if data is None or "more" in data:
            self.nodes = NodeFormSet(initial=rows_of(data, drawing), prefix="nodes")
        else:
            self.nodes = NodeFormSet(data, prefix="nodes")

    def saved(self):
        """Asked for more rows it saves nothing."""
        if not self.is_bound or "more" in self.data:
            return False
        return self.nodes.is_valid() and super().saved()

    def seen_now(self):
        return {"seen": word_of(drawing_of(self.diagram))}

    def save(self):
        given = self.cleaned_data
        nodes = tuple(Node(**row.cleaned_data) for row in self.nodes if row.cleaned_data["title"])
        drawing = Drawing(given["shape"], given["title"], given["description"], nodes)
        if self.diagram:
            redraw(self.diagram, drawing, seen=seen_of(given["seen"]), by=self.by)
        else:
            self.diagram = draw(self.item, drawing, by=self.by)


class ErasureForm(ActionForm):
    def __init__(self, data=None, *, diagram, by):
        super().__init__(data)
        self.diagram, self.by = diagram, by

    def save(self):
        erase(self.diagram, by=self.by)


def told_of(drawing):
    if drawing is None:
        return {}
    words = {name: getattr(drawing, name) for name in ("shape", "title", "description")}
    return words | {"seen": word_of(drawing)}


def rows_of(data, drawing):
    """What was typed, or what the diagram shows; and some empty rows."""
    rows = typed_rows(data, NodeForm, "nodes") if data else []
    if not data and drawing:
        rows = [asdict(node) for node in drawing.nodes]
    return (rows + [{}] * SPARE_ROWS)[:MOST_NODES]


def word_of(drawing):
    """What the page showed, signed, so that a change meanwhile is noticed."""
    return signing.dumps(json.loads(json.dumps(asdict(drawing))), salt=SALT, compress=True)


def seen_of(word):
    try:
        told = signing.loads(word, salt=SALT)
    except signing.BadSignature:
        return None
    return Drawing(**told | {"nodes": tuple(Node(**node) for node in told["nodes"])})
