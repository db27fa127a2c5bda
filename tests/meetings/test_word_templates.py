"""The secretariat's own Word templates: tried before they are taken, never running anything."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from meetings.actions.documents import retire_word_template
from meetings.documents import trial
from meetings.documents.samples import sample
from meetings.documents.trial import fault_of, try_out
from meetings.documents.word_templates import ours
from meetings.field_guide import fields_of
from meetings.models import WordTemplate
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from portal.kernel.papers.word_language import MOST_LOOPS
from portal.kernel.papers.word_package import package, unzipped, zipped
from portal.kernel.papers.word_templates import line
from tests.factories.documents import make_record, words_of

KINDS = [kind.value for kind in WordTemplate.Kind]
OWN = package(line("title", "แบบของเรา {{ number }}"))


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


def address(name="edit", kind="minutes"):
    return reverse(f"meetings:word-template-{name}", args=[kind])


def upload(content=OWN, name="แม่แบบ.docx"):
    return {"upload": SimpleUploadedFile(name, content)}


def text_of(response):
    return response.content.decode()


# -- Ours --------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_ours_pass_the_trial_that_others_must_pass(kind):
    assert fault_of(ours(kind), kind) is None


@pytest.mark.parametrize("kind", KINDS)
def test_ours_are_taken_as_they_are_filled_and_filled(desk, kind):
    template = desk.get(address("ours", kind))
    filled = desk.get(address("ours", kind) + "?filled=1")

    assert template.content == ours(kind)
    assert "{{" in words_of(template.content)
    assert "{{" not in words_of(filled.content)
    assert "ตัวอย่าง" in words_of(filled.content)


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_names_every_field_there_is(desk, kind):
    page = text_of(desk.get(address(kind=kind)))

    assert {name for name, _words in fields_of(kind)} == set(sample(kind).fields)
    assert all(f"<code>{name}</code>" in page for name in sample(kind).fields)


# -- Put in place and taken back ---------------------------------------------------


def test_a_template_is_used_from_then_on_until_it_is_taken_back(
    desk, committee, board, secretary, folder
):
    record = make_record(committee, board, by=secretary)
    minutes = reverse("meetings:document-file", args=[record.pk, "minutes", "docx"])

    assert desk.post(address(), upload()).url == reverse("meetings:word-template-list")
    own = WordTemplate.objects.get()
    assert (own.kind, own.file_name, own.size, own.uploaded_by) == (
        "minutes", "แม่แบบ.docx", len(OWN), secretary,
    )  # fmt: skip
    assert words_of(desk.get(minutes).content) == "แบบของเรา ครั้งที่ 1/2569"
    assert "ผู้มาประชุม" in words_of(desk.get(minutes + "?template=ours").content)
    assert b"".join(desk.get(address("own")).streaming_content) == OWN
    assert "แม่แบบ.docx" in text_of(desk.get(reverse("meetings:word-template-list")))

    assert desk.post(address("retirement")).url == reverse("meetings:word-template-list")
    own.refresh_from_db()
    assert own.retired_at is not None
    assert "ผู้มาประชุม" in words_of(desk.get(minutes).content)
    assert desk.get(address("own")).status_code == 404
    assert desk.post(address("retirement")).status_code == 404
    assert [said.verb for said in Activity.objects.about(own).order_by("pk")] == [
        "word_template.replaced",
        "word_template.retired",
    ]


def test_the_latest_of_a_kind_is_used_and_other_kinds_stay(desk):
    desk.post(address(), upload())
    desk.post(address(), upload(package(line("title", "แบบที่สอง")), "สอง.docx"))

    page = text_of(desk.get(reverse("meetings:word-template-list")))
    assert page.count("ใช้แม่แบบของกองเลขานุการ") == 1
    assert "สอง.docx" in page
    assert page.count("ใช้แม่แบบของระบบ") == len(KINDS) - 1


def test_two_who_take_it_back_at_once_are_told(desk, secretary):
    desk.post(address(), upload())
    own = WordTemplate.objects.get()
    retire_word_template(own, by=secretary)

    with pytest.raises(RuleBroken) as refusal:
        retire_word_template(WordTemplate.objects.get(), by=secretary)
    assert refusal.value.code == "already-retired"


def test_a_template_that_no_longer_opens_leaves_ours_to_use(
    desk, committee, board, secretary, folder
):
    record = make_record(committee, board, by=secretary)
    minutes = reverse("meetings:document-file", args=[record.pk, "minutes", "docx"])
    desk.post(address(), upload())
    for path in folder.rglob("*.docx"):
        path.write_bytes(b"broken")

    answer = desk.get(minutes)
    assert answer.status_code == 409
    assert f'href="{minutes}?template=ours"' in text_of(answer)
    assert desk.get(minutes + "?template=ours").status_code == 200

    for path in folder.rglob("*.docx"):
        path.unlink()
    assert desk.get(minutes).status_code == 409


# -- What is refused ---------------------------------------------------------------

RELATION = (
    b'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/%s" Target="http://elsewhere.example/x" TargetMode="External"/>'
)


def with_relation(kind):
    """Something outside that Word would fetch, or only a link."""
    name = "word/_rels/document.xml.rels"
    more = RELATION % kind
    return with_part(
        name, unzipped(OWN)[name].replace(b"</Relationships>", more + b"</Relationships>")
    )


def with_part(name, content):
    return zipped(unzipped(OWN) | {name: content})


def saying(text):
    return package(line("text", text))


REFUSED = {
    "{{ nobody }}": ("unknown", "nobody"),
    "{{ title.x.y }}": ("unknown-part", "'str object' has no attribute 'x'"),
    "{{ body.0.nothing }}": ("unknown-part", "'dict object' has no attribute 'nothing'"),
    "{% for row in body %}": ("syntax", "{% for row in body %}"),
    "{{ title": ("syntax", "{{ title"),
    "{{ title.__class__.__mro__ }}": ("forbidden", "__mro__"),
    "{{ 9 ** 9 ** 9 }}": ("forbidden", "Pow"),
    "{{ 'a' * 999999999 }}": ("forbidden", "Mul"),
    "{{ range(999999999) }}": ("forbidden", "Call"),
    "{{ title|upper }}": ("forbidden", "Filter"),
    "{% set x = 1 %}": ("forbidden", "Assign"),
    "{% include 'settings.py' %}": ("forbidden", "Include"),
    "{% macro f() %}{{ f() }}{% endmacro %}": ("forbidden", "Macro"),
    "{% for a in body %}{% for b in body %}x{% endfor %}{% endfor %}": ("not-a-part", ""),
    "{% for a in body recursive %}x{% endfor %}": ("not-a-part", ""),
    "{% for a, b in body %}x{% endfor %}": ("not-a-part", ""),
    "{% for a in [1, 2] %}x{% endfor %}": ("forbidden", "List"),
    "{% for a in 'abc' %}x{% endfor %}": ("not-a-part", ""),
    "{% for a in body %}x{% endfor %}" * (MOST_LOOPS + 1): ("too-many-lists", ""),
    "{" * 5000: ("too-many-lists", ""),
}


@pytest.mark.parametrize(("text", "fault"), REFUSED.items(), ids=range(len(REFUSED)))
def test_a_template_says_only_what_the_house_knows(text, fault):
    assert try_out(saying(text), "minutes") == fault


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"no zip at all", "unreadable"),
        (with_part("word/document.xml", b"<broken"), "unreadable"),
        (
            with_part("word/document.xml", '<?xml version="1.0"?><a/>'.encode("utf-16")),
            "unreadable",
        ),
        (with_part("word/header1.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "unreadable"),
        (with_part("word/embeddings/oleObject1.bin", b"x"), "brings-along"),
        (with_part("word/more.xml", b"<a>" + b" " * 3_000_000 + b"</a>"), "too-large"),
        (with_part("word/media/image1.png", b"\0" * 32_000_000), "too-large"),
        (with_relation(b"attachedTemplate"), "brings-along"),
        (with_relation(b"hyperlink"), ""),
        (zipped({}), "unreadable"),
    ],
    ids=range(10),
)
def test_a_template_brings_nothing_along(content, code):
    assert try_out(content, "minutes")[0] == code


def test_what_may_be_said_is_said():
    said = [
        "{{ mark }} {% if present and not subject %}มี{% elif body.0.style == 'text' %}x{% endif %}",
        "{{ body[0].style }}",
        "{% for row in present %}{{ loop.index }} {{ row.name }}{% else %}ไม่มี{% endfor %}",
        "{% for it in body %}{% for row in it.rows %}{% for words in row %}{{ words }}{% endfor %}"
        "{% endfor %}{% endfor %}",
    ]
    assert [try_out(saying(words), "minutes") for words in said] == [("", "")] * len(said)


def test_a_template_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(trial, "SECONDS", -4.99)

    assert fault_of(OWN, "minutes") == ("too-long", "")


def test_a_child_that_dies_is_a_refusal(monkeypatch):
    monkeypatch.setattr(trial.sys, "executable", "/bin/false")

    assert fault_of(OWN, "minutes") == ("too-long", "")


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (saying("{{ nobody }}"), "ก.docx", "แม่แบบนี้มีช่อง {{ nobody }} ที่ระบบไม่รู้จัก"),
        (saying("{{ title"), "ก.docx", "ใกล้ข้อความ “{{ title”"),
        (saying("{{ 2 ** 9 }}"), "ก.docx", "แม่แบบนี้ใช้คำสั่ง Pow ซึ่งไม่อนุญาต"),
        (with_part("word/document.xml", b"<broken"), "ก.docx", "เปิดไฟล์นี้เป็นเอกสาร Word ไม่ได้"),
        (b"%PDF-1.7\n%%EOF", "ก.docx", "รับเฉพาะไฟล์ Word (.docx)"),
        (with_part("word/vbaProject.bin", b"x"), "ก.docx", "รับเฉพาะไฟล์ Word (.docx)"),
    ],
)
def test_a_refusal_says_what_is_wrong_beside_the_file(desk, folder, content, name, said):
    page = desk.post(address(), upload(content, name))

    assert page.status_code == 200
    assert said in page.context["form"].errors["upload"][0]
    assert not WordTemplate.objects.exists()
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_a_form_without_a_file_is_refused(desk):
    assert desk.post(address(), {}).context["form"].errors["upload"]


# -- Rights ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "part", ["auditor", "coordinator", "officer", "member", "former secretary"]
)
def test_only_the_central_secretariat_has_templates(client, cast, part):
    client.force_login(cast[part])

    answers = [client.get(reverse("meetings:word-template-list")), client.get(address("ours"))]
    answers += [client.get(address()), client.post(address(), upload()), client.get(address("own"))]
    answers.append(client.post(address("retirement")))
    assert {answer.status_code for answer in answers} == {403}
    assert not WordTemplate.objects.exists()


@pytest.mark.parametrize("name", ["edit", "ours", "own"])
def test_there_are_no_templates_of_other_kinds(desk, name):
    assert desk.get(address(name, "letterhead")).status_code == 404


@pytest.mark.parametrize("kind", ["agenda", "minutes", "decisions"])
def test_every_paper_of_a_meeting_has_a_template_of_its_own(
    desk, committee, board, secretary, kind
):
    record = make_record(committee, board, by=secretary)
    desk.post(address("edit", kind), upload())

    papers = {name: paper(desk, record, name) for name in ("agenda", "minutes", "decisions")}
    assert [name for name, words in papers.items() if words.startswith("แบบของเรา")] == [kind]


def paper(desk, meeting, name):
    return words_of(
        desk.get(reverse("meetings:document-file", args=[meeting.pk, name, "docx"])).content
    )
