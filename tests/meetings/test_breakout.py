"""Groups write side by side, and one synthesis keeps where each point came from."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.actions import breakout as actions
from meetings.actions.breakout import Point, Sheet
from meetings.forms.breakout import BulletForm
from meetings.models import (
    AgendaItem,
    BreakoutGroup,
    BreakoutResult,
    GroupPoint,
    Meeting,
    ResultPoint,
    Sitting,
)
from meetings.queries.breakout import points_of
from portal.kernel.errors import RuleBroken
from tests.factories.kernel import make_person
from tests.factories.meetings import make_held, make_minutes
from tests.factories.regions import make_member
from tests.meetings.test_permissions import EVERYBODY, answer, expected

POLICY, AREA = "บทบาทเชิงนโยบาย", "บทบาทเชิงพื้นที่"


@pytest.fixture
def meeting(committee, board):
    return make_held(committee, number=2)


@pytest.fixture
def sitting(meeting):
    return Sitting.objects.create(
        meeting=meeting, position=1, on=meeting.starts_on, kind="breakout", title="แบ่งกลุ่มย่อย"
    )


@pytest.fixture
def item(meeting):
    return AgendaItem.objects.create(meeting=meeting, section=5, position=1, title="บทบาท")


@pytest.fixture
def groups(sitting, secretary):
    actions.set_group_count(sitting, 3, by=secretary)
    return list(sitting.groups.all())


@pytest.fixture
def topic(item, sitting, groups, secretary):
    return actions.open_topic(
        item, sitting, title="บทบาทของคณะ", columns=[POLICY, AREA], by=secretary
    )


def write(group, topic, *texts, column=POLICY, by):
    return actions.add_bullets(group, topic, column, texts, by=by)


def url(name, *args):
    return reverse(f"meetings:{name}", args=args)


# -- The seed's two tables, rebuilt from three group sheets (B14)


def test_a_table_of_two_columns_is_rebuilt_from_three_group_sheets(topic, groups, secretary):
    first = write(groups[0], topic, "ยกระดับพื้นที่รูปธรรม", "จัดการข้อมูล", by=secretary)
    third = write(groups[2], topic, "เรียนรู้จากพื้นที่รูปธรรม", by=secretary)
    area = write(groups[1], topic, "หนุนเสริมชุมชน", column=AREA, by=secretary)

    actions.merge(
        topic, [third[0], first[0]], point=Point("ยกระดับพื้นที่", "พื้นที่", POLICY), by=secretary
    )
    actions.merge(topic, [first[1]], point=Point("จัดการข้อมูล", "", POLICY), by=secretary)
    actions.merge(topic, area, point=Point("หนุนเสริม", "", AREA), by=secretary)

    assert [
        (point.column, point.heading, point.text, point.from_groups) for point in points_of(topic)
    ] == [
        (POLICY, "พื้นที่", "ยกระดับพื้นที่", [1, 3]),
        (POLICY, "", "จัดการข้อมูล", [1]),
        (AREA, "", "หนุนเสริม", [2]),
    ]


def test_the_meeting_page_says_from_which_groups_a_point_came(client, topic, groups, secretary):
    both = [write(group, topic, "ขยายพื้นที่", by=secretary)[0] for group in (groups[0], groups[2])]
    actions.merge(topic, both, point=Point("ขยายพื้นที่", "", POLICY), by=secretary)
    client.force_login(secretary)

    page = client.get(topic.item.meeting.get_absolute_url()).content.decode()

    assert '<span class="nw">กลุ่ม 1</span>, <span class="nw">กลุ่ม 3</span>' in page


def test_a_bullet_is_put_into_a_point_that_stands_already_and_only_once(topic, groups, secretary):
    one, two = (write(group, topic, "ประสานงาน", by=secretary)[0] for group in groups[:2])
    point = actions.merge(topic, [one], point=Point("ประสานงาน", "", POLICY), by=secretary)

    for _again in range(2):
        actions.merge(topic, [two], into=point, by=secretary)

    [merged] = points_of(topic)
    assert (merged.text, merged.from_groups) == ("ประสานงาน", [1, 2])
    assert merged.sources.count() == 2


def test_whatever_is_sent_twice_stands_once(item, sitting, topic, groups, secretary):
    point = Point("ประสานงาน", "", POLICY)
    for _again in range(2):
        actions.open_topic(item, sitting, title="บทบาทของคณะ", columns=[POLICY, AREA], by=secretary)
        write(groups[0], topic, "ประสานงาน", "ทำข้อมูล", by=secretary)
        actions.merge(topic, [groups[0].points.first()], point=point, by=secretary)

    assert item.results.count() == 1
    assert [bullet.text for bullet in groups[0].points.all()] == ["ประสานงาน", "ทำข้อมูล"]
    [merged] = points_of(topic)
    assert merged.sources.count() == 1


def test_the_same_words_under_two_headings_or_of_two_groups_are_two(topic, groups, secretary):
    for group, column in [(groups[0], POLICY), (groups[0], AREA), (groups[1], POLICY)]:
        write(group, topic, "ประสานงาน", column=column, by=secretary)

    assert topic.group_points.count() == 3


def test_what_was_taken_off_meanwhile_is_told(topic, groups, secretary):
    one, two = write(groups[0], topic, "หนึ่ง", "สอง", by=secretary)
    point = actions.merge(topic, [two], point=Point("สอง", "", POLICY), by=secretary)
    late = BulletForm(QueryDict("version=0&text=ที่พิมพ์ไว้"), row=one, by=secretary)
    actions.remove_bullet(GroupPoint.objects.get(pk=one.pk), by=secretary)

    with pytest.raises(RuleBroken, match="ไม่อยู่ในตารางนี้แล้ว"):
        actions.merge(topic, [one], point=Point("หนึ่ง", "", POLICY), by=secretary)
    assert (late.saved(), late.is_stale, late.mine) == (False, True, "ที่พิมพ์ไว้")
    actions.remove_point(ResultPoint.objects.get(), version=0, by=secretary)
    actions.move_point(point, up=True, by=secretary)
    with pytest.raises(RuleBroken, match="ไม่อยู่ในตารางนี้แล้ว"):
        actions.merge(topic, [two], into=point, by=secretary)


@pytest.mark.parametrize("name", ["bullet-edit", "point-edit"])
def test_what_was_typed_into_it_then_stands_to_be_copied(client, meeting, secretary, name):
    client.force_login(secretary)
    address = url(name, meeting.pk, 999_999)

    late = client.post(address, {"version": 0, "text": "ที่พิมพ์ไว้ทั้งย่อหน้า"})

    assert late.status_code == 404
    assert "ที่พิมพ์ไว้ทั้งย่อหน้า" in late.text
    assert client.post(address, {"version": 0, "text": " "}).status_code == 404
    assert client.get(address).status_code == 404


def test_a_plain_list_needs_no_columns(item, sitting, groups, secretary):
    wishes = actions.open_topic(item, sitting, title="สิ่งที่อยากให้หนุนเสริม", columns=[], by=secretary)
    bullets = write(groups[0], wishes, "คน", "งบประมาณ", column="", by=secretary)

    actions.merge(wishes, bullets[:1], point=Point("คน"), by=secretary)

    assert [point.text for point in points_of(wishes)] == ["คน"]


# -- What stands is not lost


def test_bullets_keep_the_order_they_were_written_in(topic, groups, secretary):
    write(groups[0], topic, "หนึ่ง", "สอง", by=secretary)
    write(groups[0], topic, "สาม", by=secretary)

    assert list(groups[0].points.values_list("position", "text")) == [
        (1, "หนึ่ง"),
        (2, "สอง"),
        (3, "สาม"),
    ]


def test_a_merged_bullet_is_not_removed(topic, groups, secretary):
    [bullet] = write(groups[0], topic, "ข้อมูล", by=secretary)
    actions.merge(topic, [bullet], point=Point("ข้อมูล", "", POLICY), by=secretary)

    with pytest.raises(RuleBroken) as refused:
        actions.remove_bullet(bullet, by=secretary)

    assert refused.value.code == "merged"


def test_a_bullet_nobody_merged_is_removed(topic, groups, secretary):
    [bullet] = write(groups[0], topic, "ข้อมูล", by=secretary)

    actions.remove_bullet(bullet, by=secretary)

    assert not GroupPoint.objects.exists()


def test_a_point_taken_off_gives_its_bullets_back(topic, groups, secretary):
    [bullet] = write(groups[0], topic, "ข้อมูล", by=secretary)
    point = actions.merge(topic, [bullet], point=Point("ข้อมูล", "", POLICY), by=secretary)

    actions.remove_point(point, version=0, by=secretary)

    assert points_of(topic) == []
    assert not GroupPoint.objects.get().merged.exists()


def test_a_bullet_is_left_out_of_a_point_and_waits_again(topic, groups, secretary):
    one, two = write(groups[0], topic, "ข้อมูล", "คน", by=secretary)
    point = actions.merge(topic, [one, two], point=Point("ข้อมูล", "", POLICY), by=secretary)

    actions.rewrite_point(
        point, Point("ข้อมูล", "", POLICY), version=0, leave_out=[two], by=secretary
    )

    assert [source.group_point for source in point.sources.all()] == [one]


def test_a_point_moves_past_its_neighbour_of_the_same_column(topic, groups, secretary):
    texts = ["ก", "ข", "ค"]
    bullets = write(groups[0], topic, *texts, by=secretary)
    rows = [
        actions.merge(topic, [bullet], point=Point(text, "", POLICY), by=secretary)
        for text, bullet in zip(texts, bullets, strict=True)
    ]
    orders = []
    for row, up in [(rows[2], True), (rows[0], False), (rows[2], True), (rows[1], False)]:
        actions.move_point(row, up=up, by=secretary)
        orders.append("".join(point.text for point in points_of(topic)))

    assert orders == ["กคข", "คกข", "คกข", "คกข"]


def test_who_saves_an_older_text_is_shown_both(client, topic, groups, secretary):
    [bullet] = write(groups[0], topic, "เดิม", by=secretary)
    actions.rewrite_bullet(bullet, "ของคนแรก", version=0, by=secretary)
    client.force_login(secretary)
    address = url("bullet-edit", topic.item.meeting_id, bullet.pk)

    refused = client.post(address, {"text": "ของคนที่สอง", "version": 0})

    assert refused.status_code == 409
    page = refused.content.decode()
    assert "ของคนแรก" in page
    assert "ของคนที่สอง" in page
    assert client.post(address, {"text": "รวมกัน", "version": 1}).status_code == 302
    bullet.refresh_from_db()
    assert (bullet.text, bullet.version) == ("รวมกัน", 2)


# -- Who sits where


def test_groups_have_members_by_name_and_from_the_register(sitting, groups, board, secretary):
    sheet = Sheet("ข้อมูล", board[0], [board[0], board[1]], ["วิทยากร"])
    actions.arrange_group(groups[0], sheet, by=secretary)
    actions.arrange_group(
        groups[0], Sheet("ข้อมูล", None, [board[1]], ["วิทยากร", "แขก"]), by=secretary
    )

    group = BreakoutGroup.objects.get(pk=groups[0].pk)
    assert (group.topic, group.note_taker) == ("ข้อมูล", None)
    assert {(member.person, member.name) for member in group.members.all()} == {
        (board[1], ""),
        (None, "วิทยากร"),
        (None, "แขก"),
    }


def test_nobody_sits_in_two_groups_of_a_sitting(groups, board, secretary):
    actions.arrange_group(groups[0], Sheet(people=board[:1]), by=secretary)

    with pytest.raises(RuleBroken) as refused:
        actions.arrange_group(groups[1], Sheet(people=board), by=secretary)

    assert list(refused.value.message_dict) == ["people"]


def test_a_group_in_use_is_not_struck_and_an_empty_one_is(sitting, groups, topic, secretary):
    write(groups[1], topic, "ข้อมูล", by=secretary)

    actions.set_group_count(sitting, 2, by=secretary)
    with pytest.raises(RuleBroken) as refused:
        actions.set_group_count(sitting, 1, by=secretary)

    assert refused.value.message_dict.keys() == {"count"}
    assert [group.number for group in sitting.groups.all()] == [1, 2]


def test_a_column_with_something_in_it_keeps_its_name(topic, groups, secretary):
    write(groups[0], topic, "ข้อมูล", by=secretary)

    actions.rename_topic(topic, title="บทบาท", columns=[POLICY, "ใหม่"], by=secretary)
    with pytest.raises(RuleBroken) as refused:
        actions.rename_topic(topic, title="บทบาท", columns=["ใหม่"], by=secretary)

    assert refused.value.message_dict.keys() == {"columns"}
    topic.refresh_from_db()
    assert topic.columns == [POLICY, "ใหม่"]


# -- What is refused


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"state": "planned"}, "wrong-state"),
        ({"state": "cancelled"}, "wrong-state"),
        ({"source": "สรุปเชิงบริหาร"}, "wrong-state"),
    ],
)
def test_groups_are_written_in_from_the_call_on_and_never_in_a_record(
    meeting, topic, groups, secretary, change, code
):
    Meeting.objects.filter(pk=meeting.pk).update(**change)

    with pytest.raises(RuleBroken) as refused:
        write(groups[0], topic, "ข้อมูล", by=secretary)

    assert refused.value.code == code


def test_adopted_minutes_close_the_groups(meeting, topic, groups, secretary):
    make_minutes(meeting, state="adopted")

    with pytest.raises(RuleBroken) as refused:
        write(groups[0], topic, "ข้อมูล", by=secretary)

    assert refused.value.code == "adopted"


def test_tables_sittings_and_meetings_are_not_mixed(
    committee, meeting, item, sitting, topic, groups, secretary
):
    other = make_held(committee, number=3, day=date(2026, 6, 8))
    elsewhere = AgendaItem.objects.create(meeting=other, section=5, position=1, title="อื่น")
    evening = Sitting.objects.create(meeting=meeting, position=2, kind="breakout", title="ค่ำ")
    second = actions.open_topic(item, evening, title="ตารางค่ำ", columns=[], by=secretary)
    [bullet] = write(groups[0], topic, "ข้อมูล", by=secretary)
    point = Point("ข้อมูล", "", "ไม่มี")

    tried = [
        lambda: actions.open_topic(elsewhere, sitting, title="ก", columns=[], by=secretary),
        lambda: write(groups[0], second, "ก", column="", by=secretary),
        lambda: write(groups[0], topic, "ก", column="ไม่มี", by=secretary),
        lambda: actions.merge(second, [bullet], point=point, by=secretary),
        lambda: actions.merge(topic, [], point=point, by=secretary),
        lambda: actions.merge(topic, [bullet], point=point, by=secretary),
    ]

    for act in tried:
        with pytest.raises(RuleBroken):
            act()
    assert not ResultPoint.objects.exists()
    assert GroupPoint.objects.count() == 1


# -- Pages


PAGES = ["breakout", "breakout-sheet", "breakout-synthesis"]
FORMS = [
    "breakout-count",
    "breakout-topic-create",
    "breakout-topic-edit",
    "breakout-group-edit",
    "point-edit",
    "point-removal",
]


@pytest.fixture
def addresses(meeting, sitting, topic, groups, secretary):
    [bullet] = write(groups[0], topic, "ข้อมูล", by=secretary)
    point = actions.merge(topic, [bullet], point=Point("ข้อมูล", "", POLICY), by=secretary)
    keys = {
        "breakout": [],
        "breakout-sheet": [groups[0].pk],
        "breakout-synthesis": [topic.pk],
        "breakout-count": [sitting.pk],
        "breakout-topic-create": [sitting.pk],
        "breakout-topic-edit": [topic.pk],
        "breakout-group-edit": [groups[0].pk],
        "point-edit": [point.pk],
        "point-removal": [point.pk],
        "bullet-edit": [bullet.pk],
        "bullet-removal": [bullet.pk],
    }
    return {name: url(name, meeting.pk, *rest) for name, rest in keys.items()}


HOLDERS = {"secretary"}


@pytest.mark.parametrize(
    "who",
    ["secretary", "auditor", "coordinator", "another region's coordinator", "co-chair", "member"],
)
def test_everybody_reads_and_only_who_holds_the_meeting_writes(client, cast, addresses, who):
    client.force_login(cast[who])

    read = {name: client.get(addresses[name]).status_code for name in PAGES}
    asked = {
        name: client.get(addresses[name]).status_code
        for name in [*FORMS, "bullet-edit", "bullet-removal"]
    }

    assert set(read.values()) == {200}
    assert set(asked.values()) == {200 if who in HOLDERS else 403}
    wrote = client.post(addresses["breakout-synthesis"], {"text": "ก"}).status_code
    assert wrote == (200 if who in HOLDERS else 403)


def test_a_note_taker_writes_for_the_own_group_and_no_other(client, topic, groups, meeting):
    user = make_member("note-taker")
    BreakoutGroup.objects.filter(pk=groups[0].pk).update(note_taker=user.person)
    client.force_login(user)
    sent = {"cell": f"{topic.pk}:{POLICY}", "lines": "ข้อหนึ่ง\nข้อสอง\n\nข้อหนึ่ง"}

    own = client.post(url("breakout-sheet", meeting.pk, groups[0].pk), sent)
    other = client.post(url("breakout-sheet", meeting.pk, groups[1].pk), sent)

    assert (own.status_code, other.status_code) == (302, 403)
    assert list(groups[0].points.values_list("text", flat=True)) == ["ข้อหนึ่ง", "ข้อสอง"]


def test_a_stranger_signs_in_first(client, addresses):
    for address in addresses.values():
        assert client.get(address).status_code == 302


def test_the_secretary_sets_groups_up_and_merges_on_pages(
    client, meeting, sitting, item, board, secretary
):
    client.force_login(secretary)
    client.post(url("breakout-count", meeting.pk, sitting.pk), {"count": "๓"})
    made = {"item": item.pk, "title": "บทบาท", "columns": f"{POLICY}\n{AREA}"}
    client.post(url("breakout-topic-create", meeting.pk, sitting.pk), made)
    topic, groups = BreakoutResult.objects.get(), list(sitting.groups.all())
    for group in groups:
        sheet = {"cell": f"{topic.pk}:{POLICY}", "lines": f"ข้อของกลุ่ม {group.number}"}
        client.post(url("breakout-sheet", meeting.pk, group.pk), sheet)
    keys = GroupPoint.objects.order_by("pk").values_list("pk", flat=True)
    synthesis = url("breakout-synthesis", meeting.pk, topic.pk)

    client.post(synthesis, {"bullets": [keys[0], keys[2]], "column": POLICY})
    client.post(synthesis, {"bullets": [keys[1]], "into": ResultPoint.objects.get().pk})

    [point] = points_of(topic)
    assert (point.text, point.from_groups) == ("ข้อของกลุ่ม 1", [1, 2, 3])
    assert client.post(url("point-move", meeting.pk, point.pk), {"way": "up"}).status_code == 302
    edit = {"version": point.version, "text": "ข้อเดียว", "column": AREA, "leave_out": [keys[1]]}
    client.post(url("point-edit", meeting.pk, point.pk), edit)
    [point] = points_of(topic)
    assert (point.text, point.column, point.from_groups) == ("ข้อเดียว", AREA, [1, 3])
    client.post(url("point-removal", meeting.pk, point.pk), {"version": point.version})
    assert points_of(topic) == []


def test_a_bullet_is_taken_off_on_its_page(client, topic, groups, meeting, secretary):
    [bullet] = write(groups[0], topic, "ข้อมูล", by=secretary)
    client.force_login(secretary)

    client.post(url("bullet-removal", meeting.pk, bullet.pk))

    assert not GroupPoint.objects.exists()


@pytest.mark.parametrize(
    ("page", "sent"),
    [
        ("breakout-count", {"count": "0"}),
        ("breakout-count", {"count": "9" * 40}),
        ("breakout-topic-create", {"item": "x", "title": "\0", "columns": "ก" * 200}),
        ("breakout-topic-edit", {"title": "", "columns": "\n".join(map(str, range(99)))}),
        (
            "breakout-group-edit",
            {"people": ["x", "-1"], "note_taker": "9" * 30, "names": "ก" * 999},
        ),
        ("breakout-sheet", {"cell": "1:x", "lines": "ก"}),
        ("breakout-synthesis", {"bullets": ["x", "9" * 30], "into": "z"}),
        ("point-edit", {"version": "x", "text": "", "column": "ไม่มี"}),
        ("point-removal", {"version": ""}),
        ("bullet-edit", {"version": "-1", "text": "ก" * 2000}),
    ],
)
def test_bad_input_is_answered_beside_the_field(client, addresses, secretary, page, sent):
    client.force_login(secretary)
    assert client.post(addresses[page], sent).status_code in (200, 409)


def test_pages_cost_the_same_for_one_row_and_for_many(client, topic, groups, secretary, meeting):
    client.force_login(secretary)
    pages = [
        url("breakout", meeting.pk),
        url("breakout-sheet", meeting.pk, groups[0].pk),
        url("breakout-synthesis", meeting.pk, topic.pk),
    ]

    def cost():
        counts = []
        for page in pages:
            with CaptureQueriesContext(connection) as told:
                client.get(page)
            counts.append(len(told))
        return counts

    def fill(group, count):
        for bullet in write(group, topic, *map(str, range(count)), by=secretary):
            actions.merge(topic, [bullet], point=Point(bullet.text, "", POLICY), by=secretary)

    fill(groups[0], 1)
    actions.arrange_group(groups[0], Sheet(people=[make_person("หนึ่ง")]), by=secretary)
    cost()
    few = cost()
    actions.arrange_group(
        groups[1], Sheet(people=[make_person("สอง"), make_person("สาม")]), by=secretary
    )
    for group in groups:
        fill(group, 8)

    assert cost() == few


# -- Groups that the programme did not name --------------------------------------------------


def part(meeting, by, **told):
    said = {"title": "แบ่งกลุ่มย่อย", "on": meeting.starts_on, "part_of_day": "บ่าย", "count": 3}
    return actions.part_into_groups(meeting, by=by, **said | told)


def test_a_meeting_that_is_called_still_parts_into_groups(meeting, sitting, secretary):
    parted = part(meeting, secretary)

    assert (parted.kind, parted.position, parted.group_count) == ("breakout", 2, 3)
    assert [group.number for group in parted.groups.all()] == [1, 2, 3]


def test_sent_twice_the_groups_are_there_once(meeting, secretary):
    assert part(meeting, secretary) == part(meeting, secretary, count=4)
    assert meeting.sittings.get().groups.count() == 4


def test_adopted_minutes_take_no_groups(meeting, secretary):
    make_minutes(meeting, state="adopted")

    with pytest.raises(RuleBroken) as refusal:
        part(meeting, secretary)

    assert refusal.value.code == "adopted"


@pytest.mark.parametrize("role", EVERYBODY)
def test_who_parts_a_meeting_into_groups(client, cast, meeting, role):
    told = {"title": "แบ่งกลุ่มย่อย", "count": "3"}

    status = answer(client, cast, role, "breakout-create", meeting.pk, data=told)

    assert status == expected(role, {"secretary": 302}, 403)
    assert meeting.sittings.exists() == (role == "secretary")


def test_the_page_without_groups_leads_to_them_in_session(client, meeting, secretary):
    client.force_login(secretary)
    address = reverse("meetings:breakout-create", args=[meeting.pk])
    assert address in client.get(reverse("meetings:breakout", args=[meeting.pk])).content.decode()

    page = client.post(address, {"title": "กลุ่มภาค", "count": "๘"}, follow=True)

    assert "กลุ่มที่ 8" in page.content.decode()


def test_of_several_days_the_day_of_the_groups_is_chosen(client, meeting, secretary):
    second = meeting.starts_on + timedelta(days=1)
    Meeting.objects.update(ends_on=second)
    client.force_login(secretary)
    address = reverse("meetings:breakout-create", args=[meeting.pk])

    client.post(address, {"title": "กลุ่มภาค", "count": "2", "day": second.isoformat()})

    assert meeting.sittings.get().on == second


@pytest.mark.parametrize("count", ["", "0", "21", "สาม", "9" * 40, "\x00"])
def test_an_impossible_number_of_groups_is_told_beside_the_field(client, meeting, secretary, count):
    client.force_login(secretary)

    page = client.post(
        reverse("meetings:breakout-create", args=[meeting.pk]), {"title": "กลุ่ม", "count": count}
    )

    assert page.status_code == 200
    assert "count" in page.context["form"].errors
    assert not meeting.sittings.exists()


def test_once_minutes_are_adopted_the_form_leads_back(client, meeting, secretary):
    make_minutes(meeting, state="adopted")
    client.force_login(secretary)

    page = client.get(reverse("meetings:breakout-create", args=[meeting.pk]))

    assert page.url == reverse("meetings:breakout", args=[meeting.pk])
