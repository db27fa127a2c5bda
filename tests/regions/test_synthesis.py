"""One month of all regions in one text: drafted, edited, published once, and walked back."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document as Word

from committees.models import Issue
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from portal.kernel.papers import pdf
from regions import actions
from regions.models import (
    PointOrigin,
    RegionalReport,
    ReportSection,
    RolledFigure,
    Synthesis,
    SynthesisPoint,
)
from regions.private_words import private_words_in
from regions.queries.synthesis import draft_of, figures_of, kin_of, points_of
from tests.factories.regions import MONTH, fill_in, make_indicator, make_report
from tests.factories.requests import answered, asked_and_sent, reply

SAID = {"highlights": "เปิดเวที 3 ตำบล", "lessons": "ช้าแต่ชัด"}
DETAIL = ("regions:synthesis-detail", [MONTH])


def write(report, by, **texts):
    section = report.sections.get(key="highlights")
    actions.save_section(section, answers=texts, figures={}, version=section.version, by=by)
    report.refresh_from_db()


def accept(report, by, reviewer, **figures):
    fill_in(report, by, **figures)
    report = actions.submit_report(report, version=report.version, by=by)
    return actions.accept_report(report, version=report.version, by=reviewer)


@pytest.fixture
def by(cast):
    return cast["secretariat"]


@pytest.fixture
def north_in(report, cast, by):
    write(report, cast["coordinator"], **SAID)
    return accept(report, cast["coordinator"], by, organizations_found=14)


@pytest.fixture
def other_in(north_in, cast, other_region, by):
    report, filer = make_report(other_region), cast["another region's coordinator"]
    write(report, filer, highlights="ได้ที่ทำการใหม่")
    return accept(report, filer, by, organizations_found=6)


@pytest.fixture
def synthesis(other_in, by):
    return actions.draft_synthesis(other_in.round, by=by)


def used(synthesis):
    return [point for point in points_of(synthesis) if not point.is_left_out]


def subject(synthesis, field):
    return [point for point in used(synthesis) if kin_of(point)[1] == field]


def origins(point):
    return [(one.section.report.unit.region.number, one.field) for one in point.origins.all()]


def publish(synthesis, by):
    synthesis.refresh_from_db()
    return actions.publish_synthesis(synthesis, version=synthesis.version, by=by)


def refused(act, *args, **kwargs):
    with pytest.raises(RuleBroken) as refusal:
        act(*args, **kwargs)
    return refusal.value.code


# -- Drafting ---------------------------------------------------------------------------


def test_each_region_is_quoted_by_name_in_the_order_of_the_form_and_of_the_regions(synthesis):
    assert [point.text for point in points_of(synthesis)] == [
        "ภาคเหนือตอนบน “เปิดเวที 3 ตำบล”",
        "ภาคเหนือตอนล่าง “ได้ที่ทำการใหม่”",
        "ภาคเหนือตอนบน “ช้าแต่ชัด”",
    ]


def test_every_paragraph_says_where_it_comes_from_and_what_stood_there(synthesis):
    told = [(origins(point), point.origins.all()[0].quoted) for point in points_of(synthesis)]

    assert told == [
        ([(1, "highlights")], "เปิดเวที 3 ตำบล"),
        ([(2, "highlights")], "ได้ที่ทำการใหม่"),
        ([(1, "lessons")], "ช้าแต่ชัด"),
    ]


def test_the_same_reports_make_the_same_draft(other_in):
    assert draft_of(other_in.round) == draft_of(other_in.round)


def test_long_words_are_never_shortened(report, cast, by):
    words = "ยาว" * 1300
    write(report, cast["coordinator"], highlights=words)
    report = accept(report, cast["coordinator"], by, organizations_found=1)

    point = actions.draft_synthesis(report.round, by=by).points.get()

    assert point.text == f"ภาคเหนือตอนบน “{words}”"


def test_only_accepted_reports_are_in_it_and_the_others_are_named(north_in):
    coverage, *_numbers = figures_of(north_in.round)

    assert len(draft_of(north_in.round)) == 2
    assert (coverage["n"], coverage["of"], coverage["missing"]) == (1, 2, ["ภาคเหนือตอนล่าง"])


def test_requests_stand_with_their_number_and_answer(report, cast, by):
    fill_in(report, cast["coordinator"], organizations_found=1)
    asked_and_sent(report, cast["coordinator"], "งบจัดเวที")
    report.refresh_from_db()
    actions.accept_report(report, version=report.version, by=by)

    (paragraph,) = draft_of(report.round)

    assert paragraph.section == "support"
    assert paragraph.text.startswith("ภาคเหนือตอนบน คำขอที่ 1/2569")
    assert paragraph.text.endswith("“งบจัดเวที” ส่วนกลางยังไม่ตอบ")


def test_an_answered_request_stands_with_the_answer(report, cast, by):
    fill_in(report, cast["coordinator"], organizations_found=1)
    [asked] = asked_and_sent(report, cast["coordinator"], "งบจัดเวที")
    answered(asked, by, reply(text="จะโอนให้", done_by=date(2026, 8, 1)))
    report.refresh_from_db()
    actions.accept_report(report, version=report.version, by=by)

    (paragraph,) = draft_of(report.round)

    assert paragraph.text.endswith("“งบจัดเวที” ส่วนกลางตอบว่าทำให้ได้ ภายใน 1 สิงหาคม 2569 “จะโอนให้”")


def test_progress_stands_issue_by_issue_in_their_order(other_in, north_in, by, as_):
    welfare, land = (
        Issue.objects.get_or_create(
            code=code, defaults={"name": name, "name_en": code, "position": at}
        )[0]
        for at, (code, name) in enumerate([("w", "สวัสดิการ"), ("l", "ที่ดิน")], 90)
    )
    other_in.issue_progress.create(issue=land, text="ได้โฉนดชุมชน")
    other_in.issue_progress.create(issue=welfare, text="ตั้งกองทุน")
    north_in.issue_progress.create(issue=land, text="สำรวจแล้ว")

    synthesis = actions.draft_synthesis(other_in.round, by=by)

    told = [point.text for point in points_of(synthesis) if point.section == "issues"]
    assert told == [
        "ภาคเหนือตอนล่าง (ระดับจังหวัด) “ตั้งกองทุน”",
        "ภาคเหนือตอนบน (ระดับจังหวัด) “สำรวจแล้ว”",
        "ภาคเหนือตอนล่าง (ระดับจังหวัด) “ได้โฉนดชุมชน”",
    ]
    html = as_("auditor").get(reverse(DETAIL[0], args=DETAIL[1])).content.decode()
    assert html.index("<h3>สวัสดิการ</h3>") < html.index("<h3>ที่ดิน</h3>")


def test_with_nothing_accepted_there_is_nothing_to_draft(report, by):
    assert refused(actions.draft_synthesis, report.round, by=by) == "nothing-accepted"
    assert not Synthesis.objects.exists()


def test_drafting_anew_adds_what_was_accepted_since_and_leaves_edited_words(
    north_in, cast, by, other_region
):
    synthesis = actions.draft_synthesis(north_in.round, by=by)
    first = points_of(synthesis)[0]
    actions.edit_point(first, "แก้แล้ว", version=0, by=by)
    filer, late = cast["another region's coordinator"], make_report(other_region)
    write(late, filer, highlights="มาทีหลัง")
    accept(late, filer, by, organizations_found=1)

    again = actions.draft_synthesis(north_in.round, by=by)

    assert again == synthesis
    assert [point.text for point in subject(synthesis, "highlights")] == [
        "แก้แล้ว",
        "ภาคเหนือตอนล่าง “มาทีหลัง”",
    ]


def test_drafting_anew_follows_reports_where_nobody_edited(synthesis, by, north_in):
    row = ReportSection.objects.get(report=north_in, key="highlights")
    row.answers = {"highlights": "เปลี่ยนแล้ว"}
    row.save()

    actions.draft_synthesis(synthesis.round, by=by)

    assert subject(synthesis, "highlights")[0].text == "ภาคเหนือตอนบน “เปลี่ยนแล้ว”"
    assert subject(synthesis, "highlights")[0].origins.all()[0].quoted == "เปลี่ยนแล้ว"
    assert subject(synthesis, "lessons") == []
    assert synthesis.points.count() == 3


# -- Editing -----------------------------------------------------------------------------


def test_several_become_one_with_the_origins_of_all_and_nothing_is_lost(synthesis, by):
    both = subject(synthesis, "highlights")
    actions.merge_points(synthesis, both, "สองภาคเปิดเวที", seen=version(synthesis), by=by)

    (merged,) = subject(synthesis, "highlights")

    assert (merged.text, origins(merged)) == (
        "สองภาคเปิดเวที",
        [(1, "highlights"), (2, "highlights")],
    )
    kept = synthesis.points.get(is_left_out=True)
    assert (kept.text, kept.origins.count()) == ("ภาคเหนือตอนล่าง “ได้ที่ทำการใหม่”", 1)
    actions.draft_synthesis(synthesis.round, by=by)
    assert synthesis.points.count() == 3


def version(synthesis):
    return Synthesis.objects.get(pk=synthesis.pk).version


def test_only_paragraphs_of_one_heading_are_merged(synthesis, by):
    seen, points = version(synthesis), points_of(synthesis)

    assert refused(
        actions.merge_points, synthesis, [points[0], points[2]], "ก", seen=seen, by=by
    ) == ("another-heading")
    assert refused(actions.merge_points, synthesis, points[:1], "ก", seen=seen, by=by) == "too-few"
    assert refused(actions.merge_points, synthesis, points[:2], "ก", seen=9, by=by) == "stale"


def test_left_out_it_is_kept_and_may_be_taken_back(synthesis, by):
    point = points_of(synthesis)[0]
    actions.use_point(point, is_left_out=True, version=0, by=by)
    assert len(used(synthesis)) == 2

    actions.use_point(point, is_left_out=False, version=1, by=by)

    assert [one.pk for one in used(synthesis)] == [one.pk for one in points_of(synthesis)]


def test_paragraphs_move_under_their_heading_and_not_past_its_ends(synthesis, by):
    first, second = subject(synthesis, "highlights")

    actions.move_point(first, up=True, by=by)
    assert subject(synthesis, "highlights") == [first, second]
    actions.move_point(first, up=False, by=by)
    assert subject(synthesis, "highlights") == [second, first]
    actions.move_point(first, up=False, by=by)
    assert subject(synthesis, "highlights") == [second, first]
    actions.use_point(first, is_left_out=True, version=0, by=by)
    actions.move_point(first, up=True, by=by)
    assert subject(synthesis, "highlights") == [second]


def test_who_comes_second_is_refused(synthesis, by):
    point = points_of(synthesis)[0]
    actions.edit_point(point, "ของคนแรก", version=0, by=by)

    assert refused(actions.edit_point, point, "ของคนที่สอง", version=0, by=by) == "stale"
    assert refused(actions.use_point, point, is_left_out=True, version=0, by=by) == "stale"
    actions.introduce_synthesis(synthesis, "นำ", seen="", by=by)
    actions.introduce_synthesis(synthesis, "นำ", seen="", by=by)  # the same words twice
    assert refused(actions.introduce_synthesis, synthesis, "อื่น", seen="", by=by) == "stale"
    assert refused(actions.publish_synthesis, synthesis, version=0, by=by) == "stale"


# -- Publishing ----------------------------------------------------------------------------


def test_every_published_number_is_the_sum_of_the_sources_of_its_rolled_figure(synthesis, by):
    published = publish(synthesis, by)
    _coverage, figure = published.figures
    rolled = RolledFigure.objects.get(
        indicator__key=figure["key"], round=published.round, region=None, basis="regions"
    )

    assert (figure["value"], figure["n"], figure["of"]) == ("20", 2, 2)
    assert sum(source["values"][0] for source in figure["sources"]) == rolled.value == 20
    assert [source["report"] for source in figure["sources"]] == sorted(rolled.sources)
    assert figure["formula"]


def test_a_ratio_shows_what_was_divided(other_in, by):
    part, whole = make_indicator("part"), make_indicator("whole")
    make_indicator("share", adds="ratio", part=part, whole=whole)
    for report, one, all_of in zip(
        RegionalReport.objects.order_by("pk"), (1, 2), (2, 4), strict=True
    ):
        report.figures.create(indicator=part, value=one)
        report.figures.create(indicator=whole, value=all_of)

    published = publish(actions.draft_synthesis(other_in.round, by=by), by)

    share = next(one for one in published.figures if one["key"] == "share")
    assert (share["value"], [one["values"] for one in share["sources"]]) == (
        "50",
        [[1, 2], [2, 4]],
    )


def test_published_nothing_in_it_changes(synthesis, by, north_in):
    point = points_of(synthesis)[0]
    published = publish(synthesis, by)

    for act in (
        lambda: actions.draft_synthesis(published.round, by=by),
        lambda: actions.introduce_synthesis(published, "ใหม่", seen="", by=by),
        lambda: actions.edit_point(point, "ใหม่", version=0, by=by),
        lambda: actions.use_point(point, is_left_out=True, version=0, by=by),
        lambda: actions.move_point(point, up=False, by=by),
        lambda: actions.merge_points(published, [], "ใหม่", seen=published.version, by=by),
        lambda: actions.publish_synthesis(published, version=published.version, by=by),
    ):
        assert refused(act) == "published"
    verbs = Activity.objects.about(published).order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["synthesis.drafted", "synthesis.published"]


def test_a_report_that_changes_later_leaves_the_published_numbers(client, synthesis, by, north_in):
    publish(synthesis, by)
    north_in.figures.update(value=99)
    RegionalReport.objects.filter(pk=north_in.pk).update(state="returned")
    actions.roll_up_month(synthesis.round)

    html = client.get(reverse(DETAIL[0], args=DETAIL[1])).content.decode()

    assert "20 องค์กร" in html
    assert "2 จาก 2 ภาค" in html


def test_words_of_a_report_that_is_open_again_are_not_published(synthesis, by, north_in):
    RegionalReport.objects.filter(pk=north_in.pk).update(state="returned")

    assert refused(publish, synthesis, by) == "reopened"
    for point in used(synthesis):
        if origins(point)[0][0] == 1:
            actions.use_point(point, is_left_out=True, version=0, by=by)
    assert publish(synthesis, by).published_at


def test_what_is_empty_or_private_is_not_published(synthesis, by):
    first, *rest = points_of(synthesis)
    actions.edit_point(first, "โทร 081-234 5678", version=0, by=by)
    assert refused(publish, synthesis, by) == "private"

    for point in (first, *rest):
        point.refresh_from_db()
        actions.use_point(point, is_left_out=True, version=point.version, by=by)
    assert refused(publish, synthesis, by) == "empty"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("โทร ๐๘๑-๒๓๔ ๕๖๗๘", ["081-234 5678"]),
        ("ถึง somchai@example.org", ["somchai@example.org"]),
        ("บัตร 1-1020-03456-78-9", ["1-1020-03456-78-9"]),
        ("ปี 2569 งบ 1,250,000 บาท 12 ตำบล มติที่ 3/2569", []),
    ],
)
def test_private_words_are_found_and_numbers_of_the_house_are_not(text, found):
    assert private_words_in([text]) == found


# -- Who may -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "draft", "edit"),
    [
        ("secretariat", 200, 200),
        ("auditor", 200, 403),
        ("coordinator", 404, 404),
        ("another region's coordinator", 404, 404),
        ("co-chair", 404, 404),
        ("member", 404, 404),
    ],
)
def test_a_draft_is_the_secretariats_and_auditors_read_it(as_, synthesis, who, draft, edit):
    page = as_(who)

    assert page.get(reverse("regions:synthesis-detail", args=[MONTH])).status_code == draft
    assert (
        page.get(reverse("regions:synthesis-document", args=[MONTH, "docx"])).status_code == draft
    )
    assert page.get(reverse("regions:synthesis-edit", args=[MONTH])).status_code == edit


def test_who_is_not_signed_in_reads_only_what_is_published(client, synthesis, by):
    address = reverse("regions:synthesis-detail", args=[MONTH])
    assert client.get(address).status_code == 404
    assert address not in client.get(reverse("regions:synthesis-list")).content.decode()

    publish(synthesis, by)

    html = client.get(address).content.decode()
    assert "ได้ที่ทำการใหม่" in html
    assert "/reports/figures/" not in html
    assert by.person.full_name not in html
    assert f'"{RegionalReport.objects.first().get_absolute_url()}' not in html
    assert address in client.get(reverse("regions:synthesis-list")).content.decode()


def test_in_the_house_origins_and_numbers_lead_on(as_, synthesis, by, north_in):
    publish(synthesis, by)

    html = as_("member").get(reverse("regions:synthesis-detail", args=[MONTH])).content.decode()

    section = north_in.sections.get(key="highlights")
    assert f'href="{north_in.get_absolute_url()}#s{section.position}"' in html
    assert reverse("regions:figure-detail", args=["organizations_found", MONTH]) in html


@pytest.mark.parametrize("who", ["auditor", "coordinator", "member"])
def test_nobody_else_writes(as_, synthesis, who):
    point = points_of(synthesis)[0]
    sent = {
        "synthesis-draft": [MONTH],
        "synthesis-merge": [MONTH],
        "synthesis-publication": [MONTH],
        "synthesis-point-edit": [MONTH, point.pk],
        "synthesis-point-use": [MONTH, point.pk],
        "synthesis-point-move": [MONTH, point.pk],
    }

    answers = {
        as_(who).post(reverse(f"regions:{name}", args=args), {"version": 0}).status_code
        for name, args in sent.items()
    }

    assert answers <= {403, 404}
    assert Synthesis.objects.get().version == synthesis.version + 1


# -- Pages ---------------------------------------------------------------------------------


def test_the_secretariat_drafts_edits_merges_and_publishes_by_the_pages(as_, other_in):
    page = as_("secretariat")

    def go(name, *args):
        return reverse(f"regions:synthesis-{name}", args=[MONTH, *args])

    assert page.post(go("draft")).url == go("edit")
    synthesis = Synthesis.objects.get()
    first, second, third = points_of(synthesis)
    assert "ภาคเหนือตอนบน" in page.get(go("edit")).content.decode()
    seen = page.get(go("edit")).context["form"]["seen"].value()
    assert page.post(go("edit"), {"introduction": "เดือนที่ดี", "seen": seen}).status_code == 302
    assert page.post(go("point-move", second.pk), {"way": "up"}).status_code == 302
    ticked = f"?point={first.pk}&point={second.pk}"
    assert page.get(go("merge") + ticked).status_code == 200
    sent = {"text": "สองภาค", "version": version(synthesis)}
    assert page.post(go("merge") + ticked, sent).status_code == 302
    leave = {"use": "no", "version": 0}
    assert page.post(go("point-use", third.pk), leave).status_code == 302
    back = {"use": "yes", "version": 1}
    assert page.post(go("point-use", third.pk), back).status_code == 302
    sent = {"text": "บทเรียน", "version": 2}
    assert page.post(go("point-edit", third.pk), sent).status_code == 302
    assert page.get(go("publication")).status_code == 200
    assert page.post(go("publication"), {"version": version(synthesis)}).url == go("detail")
    assert [point.text for point in used(synthesis)] == ["สองภาค", "บทเรียน"]
    assert page.get(go("edit")).status_code == 403


def test_a_stale_text_comes_back_beside_the_one_that_stands(as_, synthesis, by):
    point = points_of(synthesis)[0]
    actions.edit_point(point, "ของคนแรก", version=0, by=by)

    page = as_("secretariat").post(
        reverse("regions:synthesis-point-edit", args=[MONTH, point.pk]),
        {"text": "ของคนที่สอง", "version": 0},
    )

    html = page.content.decode()
    assert (page.status_code, "ของคนแรก" in html, "ของคนที่สอง" in html) == (409, True, True)
    assert SynthesisPoint.objects.get(pk=point.pk).text == "ของคนแรก"


@pytest.mark.parametrize("query", ["", "?point=x&point=99999999999999999999", "?point=1"])
def test_one_alone_is_not_merged(as_, synthesis, query):
    address = reverse("regions:synthesis-merge", args=[MONTH])

    assert as_("secretariat").get(address + query).url == reverse(
        "regions:synthesis-edit", args=[MONTH]
    )


def test_bad_addresses_and_versions_are_no_fault(as_, synthesis):
    page, point = as_("secretariat"), points_of(synthesis)[0]

    assert page.get("/reports/synthesis/2026-13/").status_code == 404
    assert page.get("/reports/synthesis/2020-01/").status_code == 404
    assert page.get("/reports/synthesis/2026-06/document.exe").status_code == 404
    use = reverse("regions:synthesis-point-use", args=[MONTH, point.pk])
    assert page.post(use, {"version": "x"}).status_code == 302
    assert page.post(use, {}).status_code == 302
    assert points_of(synthesis)[0].is_left_out is False


@pytest.mark.parametrize("name", ["detail", "edit", "list", "publication"])
def test_one_paragraph_costs_as_much_as_many(as_, synthesis, name):
    page = as_("secretariat")
    args = [] if name == "list" else [MONTH]
    address = reverse(f"regions:synthesis-{name}", args=args)
    page.get(address)

    def cost():
        with CaptureQueriesContext(
            connection,
        ) as told:
            assert page.get(address).status_code == 200
        return len(told)

    before = cost()
    for at in range(4):
        row = ReportSection.objects.filter(key="highlights")[at % 2]
        point = synthesis.points.create(section="highlights", position=9, drafted="ก", text="ก")
        PointOrigin.objects.create(point=point, section=row, field="problems", quoted="ก")

    assert cost() == before


# -- Papers --------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_made_twice_it_is_the_same_file(client, synthesis, by, suffix):
    publish(synthesis, by)
    address = reverse("regions:synthesis-document", args=[MONTH, suffix])

    assert client.get(address).content == client.get(address).content


def test_the_paper_has_the_words_their_regions_and_the_numbers(client, synthesis, by):
    both = subject(synthesis, "highlights")
    actions.merge_points(synthesis, both, "สองภาคเปิดเวที", seen=version(synthesis), by=by)
    publish(synthesis, by)

    made = client.get(reverse("regions:synthesis-document", args=[MONTH, "docx"])).content

    word = Word(BytesIO(made))
    lines = [paragraph.text for paragraph in word.paragraphs]
    assert "สองภาคเปิดเวที (เหนือบน, เหนือล่าง)" in lines
    assert "จากรายงานที่ผ่านแล้ว 2 จาก 2 ภาค" in lines
    cells = [[cell.text for cell in row.cells] for table in word.tables for row in table.rows]
    assert ["จำนวน organizations_found", "20 องค์กร", "2 จาก 2 ภาค"] in cells
    assert any(row[2] == "เหนือบน 14 · เหนือล่าง 6" for row in cells)


def test_a_draft_says_so_and_names_who_is_missing(as_, north_in, by):
    make_indicator("nobody_told")
    actions.draft_synthesis(north_in.round, by=by)

    made = as_("auditor").get(reverse("regions:synthesis-document", args=[MONTH, "docx"])).content

    word = Word(BytesIO(made))
    assert "ยังไม่มีรายงานที่ผ่านแล้วของ  ภาคเหนือตอนล่าง" in [one.text for one in word.paragraphs]
    head = [one.text for one in word.sections[0].first_page_header.paragraphs]
    assert "ร่าง" in "".join(head)
    cells = [[cell.text for cell in row.cells] for table in word.tables for row in table.rows]
    assert ["จำนวน nobody_told", "ยังไม่มี", "0 จาก 2 ภาค"] in cells


def test_without_a_thai_face_the_page_says_so(client, synthesis, by, monkeypatch):
    publish(synthesis, by)
    monkeypatch.setattr(pdf, "FOLDERS", ())

    page = client.get(reverse("regions:synthesis-document", args=[MONTH, "pdf"]))

    assert page.status_code == 503
    assert reverse("regions:synthesis-document", args=[MONTH, "docx"]) in page.content.decode()


# -- Two people at once, and too late ---------------------------------------------------------


def test_a_stale_introduction_comes_back_beside_the_other_and_may_then_be_saved(as_, synthesis, by):
    address = reverse("regions:synthesis-edit", args=[MONTH])
    page = as_("secretariat")
    seen = page.get(address).context["form"]["seen"].value()
    actions.introduce_synthesis(synthesis, "ของคนแรก", seen="", by=by)

    answer = page.post(address, {"introduction": "ของคนที่สอง", "seen": seen})

    html = answer.content.decode()
    assert (answer.status_code, "ของคนแรก" in html, "ของคนที่สอง" in html) == (409, True, True)
    again = {"introduction": "ของทั้งสอง", "seen": answer.context["form"]["seen"].value()}
    assert page.post(address, again).status_code == 302
    assert Synthesis.objects.get().introduction == "ของทั้งสอง"


def test_a_merged_text_comes_back_where_another_left_its_paragraphs_out(as_, synthesis, by):
    first, second, *_others = points_of(synthesis)
    sent = {"text": "รวมไว้ยาวแล้ว", "version": version(synthesis)}
    actions.use_point(first, is_left_out=True, version=0, by=by)
    address = reverse("regions:synthesis-merge", args=[MONTH])
    address += f"?point={first.pk}&point={second.pk}"

    stale = as_("secretariat").post(address, sent)
    refusal = as_("secretariat").post(address, sent | {"version": version(synthesis)})

    assert (stale.status_code, refusal.status_code) == (409, 200)
    for answer in (stale, refusal):
        assert "รวมไว้ยาวแล้ว" in answer.content.decode()
    assert second.text in stale.content.decode()


@pytest.mark.parametrize("name", ["edit", "merge", "point-edit"])
def test_text_that_comes_after_publishing_comes_back_to_be_copied(as_, synthesis, by, name):
    first, second, *_others = points_of(synthesis)
    pk = [first.pk] if name == "point-edit" else []
    publish(synthesis, by)
    address = reverse(f"regions:synthesis-{name}", args=[MONTH, *pk])
    sent = {"text": "มาไม่ทัน", "introduction": "มาไม่ทัน", "version": 0}

    answer = as_("secretariat").post(f"{address}?point={first.pk}&point={second.pk}", sent)

    assert "มาไม่ทัน" in answer.content.decode()
    assert "ฉบับนี้เผยแพร่แล้ว" in answer.content.decode()


@pytest.mark.parametrize("name", ["edit", "point-edit"])
def test_leaving_with_text_that_is_not_saved_asks_first(as_, synthesis, name):
    pk = [points_of(synthesis)[0].pk] if name == "point-edit" else []

    html = as_("secretariat").get(reverse(f"regions:synthesis-{name}", args=[MONTH, *pk])).content

    assert b"data-unsaved" in html
    assert b"behaviours/unsaved" in html


def test_a_quotation_names_its_region_once_where_nothing_can_be_opened(client, as_, synthesis, by):
    actions.edit_point(points_of(synthesis)[0], "เปิดเวทีแล้ว", version=0, by=by)
    publish(synthesis, by)
    address = reverse(DETAIL[0], args=DETAIL[1])

    def traces(page):
        return page.get(address).content.decode().count("มาจาก</span>")

    assert (traces(client), traces(as_("member"))) == (1, 3)
