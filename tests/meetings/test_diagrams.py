"""A diagram is data: drawn, told in words, and equal as a table (S11)."""

from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from django.urls import reverse

from meetings.actions.diagrams import Drawing, Node, draw, drawing_of, erase, redraw
from meetings.forms.diagrams import DiagramForm
from meetings.models import AgendaItem, Diagram
from portal.kernel.errors import RuleBroken
from tests.factories.meetings import called, make_held, make_minutes

CHAIN = Drawing("chain", "จากตำบลถึงชาติ", "ลำดับสามขั้น", (Node("ตำบล"), Node("จังหวัด"), Node("ชาติ")))
TABLE = Drawing(
    "columns", "บทบาท", "สองกลุ่ม", (Node("ยกระดับ", "", "นโยบาย"), Node("หนุนเสริม", "ใกล้ชิด", "พื้นที่"))
)


@pytest.fixture
def meeting(committee, board):
    return make_held(committee, number=2)


@pytest.fixture
def item(meeting):
    return AgendaItem.objects.create(meeting=meeting, section=5, position=1, title="บทบาท")


def url(name, *args):
    return reverse(f"meetings:{name}", args=args)


def sent(drawing, **more):
    rows = {
        f"nodes-{at}-{name}": getattr(node, name)
        for at, node in enumerate(drawing.nodes)
        for name in ("title", "text", "column")
    }
    return {
        "shape": drawing.shape,
        "title": drawing.title,
        "description": drawing.description,
        "nodes-TOTAL_FORMS": len(drawing.nodes),
        "nodes-INITIAL_FORMS": 0,
        **rows,
        **more,
    }


@pytest.mark.parametrize("drawing", [CHAIN, TABLE])
def test_a_diagram_keeps_the_order_and_words_of_its_boxes(item, secretary, drawing):
    assert drawing_of(draw(item, drawing, by=secretary)) == drawing


def test_a_diagram_is_drawn_told_and_listed_on_the_page(client, item, secretary):
    client.force_login(secretary)
    address = f"{url('diagram-create', item.meeting_id)}?item={item.pk}"

    client.post(address, sent(TABLE))

    page = client.get(item.meeting.get_absolute_url()).content.decode()
    assert "สองกลุ่ม" in page
    assert '<th scope="row">หนุนเสริม</th>' in page


@pytest.mark.parametrize(
    ("drawing", "code"),
    [
        (Drawing("chain", "ก", "ข", (Node("หนึ่ง"),)), "too-few"),
        (Drawing("columns", "ก", "ข", (Node("หนึ่ง", "", "กลุ่ม"), Node("สอง"))), "no-column"),
    ],
)
def test_an_incomplete_diagram_is_refused(item, secretary, drawing, code):
    with pytest.raises(RuleBroken) as refused:
        draw(item, drawing, by=secretary)

    assert refused.value.code == code
    assert not Diagram.objects.exists()


def test_who_changes_what_has_changed_meanwhile_is_refused(client, item, secretary):
    diagram = draw(item, CHAIN, by=secretary)
    client.force_login(secretary)
    address = url("diagram-edit", item.meeting_id, diagram.pk)
    seen = client.get(address).context["form"].initial["seen"]
    redraw(diagram, TABLE, seen=CHAIN, by=secretary)

    refused = client.post(address, sent(CHAIN, seen=seen))

    assert refused.status_code == 409
    assert "หนุนเสริม" in refused.content.decode()
    again = refused.context["form"].data["seen"]
    assert client.post(address, sent(CHAIN, seen=again)).status_code == 302
    assert drawing_of(Diagram.objects.get()) == CHAIN


@pytest.mark.parametrize("seen", ["", "forged"])
def test_a_change_says_what_it_saw(client, item, secretary, seen):
    diagram = draw(item, CHAIN, by=secretary)
    client.force_login(secretary)

    answer = client.post(url("diagram-edit", item.meeting_id, diagram.pk), sent(TABLE, seen=seen))

    assert answer.status_code == 409
    assert drawing_of(Diagram.objects.get()) == CHAIN


def test_more_rows_are_given_and_nothing_typed_is_lost(client, item, secretary):
    client.force_login(secretary)
    address = f"{url('diagram-create', item.meeting_id)}?item={item.pk}"

    page = client.post(address, sent(TABLE, more="1"))

    rows = [form.initial for form in page.context["form"].nodes]
    assert [row.get("title", "") for row in rows] == ["ยกระดับ", "หนุนเสริม", "", "", ""]
    assert not Diagram.objects.exists()


def test_a_diagram_is_taken_off(client, item, secretary):
    diagram = draw(item, CHAIN, by=secretary)
    client.force_login(secretary)
    address = url("diagram-removal", item.meeting_id, diagram.pk)

    assert client.get(address).status_code == 200
    client.post(address)

    assert not Diagram.objects.exists()


def test_the_page_on_which_the_item_is_written_leads_to_its_diagrams(client, item, secretary):
    diagram = draw(item, CHAIN, by=secretary)
    client.force_login(secretary)
    record = url("record-item", item.meeting_id, item.pk)

    page = client.get(record).content.decode()
    removed = client.post(url("diagram-removal", item.meeting_id, diagram.pk))

    assert f"{url('diagram-create', item.meeting_id)}?item={item.pk}" in page
    for name in ("diagram-edit", "diagram-removal"):
        assert url(name, item.meeting_id, diagram.pk) in page
    assert removed.url == f"{record}#diagrams"


def test_before_the_meeting_has_begun_drawing_leads_back_to_its_page(
    client, committee, board, secretary
):
    coming = called(committee, secretary)
    item = coming.items.first()
    client.force_login(secretary)

    answer = client.post(f"{url('diagram-create', coming.pk)}?item={item.pk}", sent(CHAIN))

    assert answer.url.startswith(coming.get_absolute_url() + "#item-")


def test_a_drawing_sent_twice_stands_once(item, secretary):
    assert draw(item, CHAIN, by=secretary) == draw(item, CHAIN, by=secretary)
    assert Diagram.objects.count() == 1


def test_one_taken_off_meanwhile_is_told_and_nothing_typed_is_lost(client, item, secretary):
    diagram = draw(item, CHAIN, by=secretary)
    data = QueryDict(urlencode(sent(TABLE)))
    form = DiagramForm(data, diagram=diagram, by=secretary)
    address = url("diagram-edit", item.meeting_id, diagram.pk)
    erase(Diagram.objects.get(), by=secretary)
    assert not form.saved()
    assert form.has_error("__all__", "gone")

    client.force_login(secretary)
    late = client.post(address, sent(TABLE))

    assert (late.status_code, client.get(address).status_code) == (404, 404)
    for told in ("ยกระดับ", "หนุนเสริม", "สองกลุ่ม"):
        assert told in late.content.decode()


def test_adopted_minutes_keep_their_diagrams(meeting, item, secretary):
    diagram = draw(item, CHAIN, by=secretary)
    make_minutes(meeting, state="adopted")

    for act in (
        lambda: draw(item, TABLE, by=secretary),
        lambda: redraw(diagram, TABLE, seen=CHAIN, by=secretary),
        lambda: erase(diagram, by=secretary),
    ):
        with pytest.raises(RuleBroken) as refused:
            act()
        assert refused.value.code == "adopted"


@pytest.mark.parametrize(
    ("who", "status"),
    [("secretary", 200), ("auditor", 403), ("coordinator", 403), ("member", 403)],
)
def test_only_who_holds_the_meeting_draws(client, cast, item, secretary, who, status):
    diagram = draw(item, CHAIN, by=secretary)
    client.force_login(cast[who])
    addresses = [
        f"{url('diagram-create', item.meeting_id)}?item={item.pk}",
        url("diagram-edit", item.meeting_id, diagram.pk),
        url("diagram-removal", item.meeting_id, diagram.pk),
    ]

    assert {client.get(address).status_code for address in addresses} == {status}


def test_a_diagram_of_another_meeting_is_not_found(client, committee, item, secretary):
    diagram = draw(item, CHAIN, by=secretary)
    other = make_held(committee, number=3)
    client.force_login(secretary)

    assert client.get(url("diagram-edit", other.pk, diagram.pk)).status_code == 404
    assert client.get(f"{url('diagram-create', other.pk)}?item={item.pk}").status_code == 404
    assert client.get(f"{url('diagram-create', other.pk)}?item=x").status_code == 404


@pytest.mark.parametrize(
    "change",
    [
        {"shape": "circle"},
        {"title": ""},
        {"nodes-TOTAL_FORMS": "x"},
        {"nodes-TOTAL_FORMS": "999"},
        {"nodes-0-title": "", "nodes-0-text": "ลอย"},
        {"description": "\0"},
    ],
)
def test_bad_input_is_answered_on_the_page(client, item, secretary, change):
    client.force_login(secretary)
    address = f"{url('diagram-create', item.meeting_id)}?item={item.pk}"

    assert client.post(address, sent(TABLE) | change).status_code == 200
    assert not Diagram.objects.exists()
