"""PDF: set in Laksaman with every mark in its place, from data that is never markup."""

import os
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest
import typst

from meetings.documents.files import make
from meetings.documents.samples import sample
from portal.kernel.papers import pdf
from portal.kernel.papers.blocks import paragraph, paragraphs, table
from portal.kernel.papers.paper import Document
from portal.kernel.papers.pdf import NoThaiFace, pdf_of, picture_of, points_of
from portal.kernel.thai import normalise
from tests.factories.pictures import added, bottom, drawn, ink_of, top, total

FACES = Path("/usr/share/fonts/truetype/tlwg")
PDFTOTEXT = shutil.which("pdftotext")
pytestmark = pytest.mark.skipif(
    not pdf.has_thai_face() and os.environ.get("CI") != "true", reason=f"no {pdf.PACKAGE} here"
)
reads_pdf = pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed")
WORDS = "ผู้ใหญ่บ้าน ญี่ปุ่น"


def document(*texts, **more):
    return Document("แฟ้ม", "เรื่อง", [paragraph("text", text) for text in texts], {}, **more)


def text_in(content):
    done = subprocess.run(
        [PDFTOTEXT, "-layout", "-", "-"], input=content, capture_output=True, check=True
    )
    return normalise(done.stdout.decode().replace("\u00a0", " "))


# -- Marks stand where they belong ---------------------------------------------------


@pytest.fixture(scope="module")
def fonts():
    return typst.Fonts(False, False, [str(FACES)])


def test_a_tone_stands_above_the_vowel_and_the_vowel_above_the_letter(fonts):
    letter, vowel, both = (drawn(word, fonts) for word in ("ญ", "ญี", "ญี่"))

    assert top(both) + 3 < top(vowel) < top(letter) - 3
    assert bottom(both) == bottom(vowel) == bottom(letter)  # ญ keeps its foot


def test_the_foot_of_yo_ying_gives_way_to_a_vowel_below(fonts):
    letter, below = drawn("ญ", fonts), drawn("ญุ", fonts)
    alone = total(added(drawn("บุ", fonts), drawn("บ", fonts)))

    assert bottom(below) > bottom(letter)
    assert total(below) < total(letter) + 0.9 * alone


def test_a_tone_over_po_pla_makes_way_for_its_stem(fonts):
    on_a_short_letter = total(added(drawn("ผ่", fonts), drawn("ผ", fonts)))
    on_a_long_one = total(added(drawn("ป่", fonts), drawn("ป", fonts)))

    # Were it drawn over the stem, some of its ink would be lost.
    assert on_a_long_one > 0.9 * on_a_short_letter


@pytest.mark.parametrize("word", ["ผู้ใหญ่บ้าน", "ญี่ปุ่น"])
def test_a_face_without_places_for_marks_would_be_seen(fonts, word):
    assert drawn(word, fonts) != drawn(word, fonts, marks=False)


def test_documents_are_set_in_laksaman_and_nothing_else(monkeypatch, tmp_path):
    here = ink_of(picture_of(document(WORDS), ppi=50)[0])
    for name in ("Laksaman.ttf", "Laksaman-Bold.ttf"):
        shutil.copy(FACES / name, tmp_path)
    monkeypatch.setattr(pdf, "FOLDERS", (tmp_path,))

    alone = picture_of(document(WORDS), ppi=50)[0]

    assert ink_of(alone) == here
    faces = set(
        re.findall(rb"/BaseFont ?/[A-Z]{6}\+([\w-]+)", make(sample("minutes"), "pdf").content)
    )
    assert faces == {b"Laksaman", b"Laksaman-Bold"}


def test_another_face_is_not_taken_for_it(monkeypatch, tmp_path):
    shutil.copy(FACES / "Garuda.ttf", tmp_path)
    monkeypatch.setattr(pdf, "FOLDERS", (tmp_path,))

    with pytest.raises(NoThaiFace):
        pdf_of(document(WORDS))


def test_a_face_installed_meanwhile_is_found_without_a_new_start(monkeypatch, tmp_path):
    monkeypatch.setattr(pdf, "FOLDERS", (tmp_path,))
    with pytest.raises(NoThaiFace):
        pdf_of(document(WORDS))
    for name in ("Laksaman.ttf", "Laksaman-Bold.ttf"):
        shutil.copy(FACES / name, tmp_path)

    assert pdf_of(document(WORDS)).startswith(b"%PDF-")


# -- Words are data ----------------------------------------------------------------

ODD = [
    "#import \"x\": y #let a = 1 #panic()", "*หนา* _เอน_ `โค้ด` $x^2$ = หัวข้อ", "\\ \\u{41} ~ -- ---",
    "“คำพูด” \"quotes\" 'single'", "<label> @ref [content] {code} // comment /* */", "[#link(x)]",
    "- รายการ", "1. ลำดับ", "https://example.org/ก?x=1&y=2#z", "{{ title }} {% for x in y %}",
]  # fmt: skip


@reads_pdf
def test_what_looks_like_markup_is_printed_as_it_was_typed():
    text = text_in(pdf_of(document(*ODD)))

    together = "".join(text.split())
    for odd in ODD:
        assert "".join(normalise(odd).split()) in together


@reads_pdf
def test_no_mark_is_lost_on_the_way_into_the_file():
    told = "ผู้ใหญ่บ้านญี่ปุ่น น้ำท่วม ทั้งนี้ ปู่ย่าตายาย ก้ำกึ่ง ศตจ.ปชช. เรื่องอื่น ๆ ฤๅษี ฐิติ กตัญญู"
    text = text_in(pdf_of(document(told)))

    assert "".join(normalise(told).split()) in "".join(text.split())


@pytest.mark.parametrize(
    "odd",
    ["\x00\x01\x1f", "\ud800", "\ufffe", "ก" * 3000, "a" * 3000, "\u0301" * 50, "😀漢字العربية"],
)
@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_whatever_was_typed_makes_a_file(odd, suffix):
    made = sample("summary")
    told = made._replace(
        title=f"x{odd}"[:300], blocks=[*paragraphs("text", f"ก {odd} ข"), table(["ที่"], [[odd]])],
        fields={**made.fields, "title": odd},
    )  # fmt: skip

    assert make(told, suffix).content == make(told, suffix).content


def test_a_discussion_of_two_thousand_lines_takes_seconds_and_no_minutes():
    line = "การประชุมคณะอนุกรรมการประสานงานขบวนองค์กรชุมชนเพื่อติดตามการดำเนินงานตามมติ " * 3
    long = document(*[line] * 2000)

    begun = time.perf_counter()
    content = pdf_of(long)

    assert len(content) > 100_000
    assert time.perf_counter() - begun < 30


@reads_pdf
def test_thai_digits_reach_the_numbers_of_pages():
    text = subprocess.run(
        [PDFTOTEXT, "-layout", "-", "-"], check=True, capture_output=True,
        input=pdf_of(document(*["มติที่ 12"] * 80, thai_digits=True)),
    ).stdout.decode()  # fmt: skip

    assert "-๒-" in text.replace(" ", "")
    assert not set(text) & set("0123456789")


@reads_pdf
def test_a_draft_is_marked_on_every_page():
    text = text_in(pdf_of(document(*["ข้อความ"] * 80, mark="ร่าง")))

    pages = picture_of(document(*["ข้อความ"] * 80), ppi=20)
    assert text.count("ร่าง") == len(pages) > 1


def test_one_page_of_resolutions_stays_one_page_while_it_can():
    assert [pages(lines, on_one_page=True) for lines in (20, 42, 400)] == [1, 1, pages(400)]
    assert pages(42) == 2


def test_letters_are_as_large_as_one_page_lets_them_be():
    few, many, too_many = (
        points_of(document(*["มติเรื่องหนึ่ง"] * lines, on_one_page=True)) for lines in (20, 42, 400)
    )

    assert (few, too_many) == (16, 16)
    assert 13 <= many < 16


@reads_pdf
@pytest.mark.parametrize("words", ["ครั้งที่ 11/2569", "พฤศจิกายน", "กุมภาพันธ์", "ธันวาคม"])
def test_a_number_and_a_month_stand_on_one_line(words):
    told = document(*[f"{'ก' * letters} ลงวันที่ 1 {words}" for letters in range(30, 130)])

    assert text_in(pdf_of(told)).count(words) == 100


def pages(lines, **more):
    return len(picture_of(document(*["มติเรื่องหนึ่ง"] * lines, **more), ppi=20))
