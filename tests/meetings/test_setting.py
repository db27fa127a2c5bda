"""How official papers are set in Word: columns, rows and letters as in the PDF of the same data."""

import os
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as WordDocument
from docx.oxml.ns import qn

from meetings.documents.agenda import agenda
from meetings.documents.files import make
from meetings.documents.resolutions import decisions
from meetings.documents.samples import ASKED, BODY, ITEM, RESOLUTION, TEXT
from portal.kernel.papers import pdf
from portal.kernel.papers.blocks import printable, shares, table
from portal.kernel.papers.word_package import WIDTH, unzipped, zipped
from tests.factories.documents import words_of

SOFFICE = shutil.which("soffice")
NEEDS_FACE = pytest.mark.skipif(
    not pdf.has_thai_face() and os.environ.get("CI") != "true", reason=f"no {pdf.PACKAGE} here"
)
NEEDS_WRITER = pytest.mark.skipif(
    SOFFICE is None and os.environ.get("CI") != "true", reason="LibreOffice is not installed"
)
CARRIED = {
    "kind": "carried", "heading": "เรื่องที่ยังไม่แล้วเสร็จจากการประชุมครั้งก่อน",
    "columns": ["ที่", "เรื่อง", "ผู้รับผิดชอบ", "จากมติ", "ผล"],
    "rows": [["1", TEXT, "ภาคใต้", "มติที่ 1 ครั้งที่ 1/2569", "ดำเนินการต่อ"]],
}  # fmt: skip
ADOPTED = {"kind": "adopted", "text": "ที่ประชุมรับรองรายงานการประชุมครั้งที่ 1/2569"}


def body_with(*, paragraphs=(), resolutions=()):
    items = [{**ITEM, "resolutions": list(resolutions)}]
    section = {"number": 3, "heading": TEXT, "paragraphs": list(paragraphs), "items": items}
    return {**BODY, "sections": [section]}


def resolutions(count):
    asked = [{**ASKED, "title": TEXT * 3}]
    return [
        {**RESOLUTION, "number": number, "text": TEXT * 9, "assignments": asked}
        for number in range(1, count + 1)
    ]


def decided(count):
    return decisions(body_with(resolutions=resolutions(count)), standing="")


def ruled_in(file):
    """The last table with lines of a Word file."""
    tables = WordDocument(BytesIO(file)).element.body.iter(qn("w:tbl"))
    return [told for told in tables if told.tblPr.style == "ruled"][-1]


def test_columns_of_word_are_as_wide_as_those_of_the_pdf():
    rows = [["1", "เรื่องยาวกว่าทุกเรื่องที่เคยมีมา", "ภาคใต้"]]
    block = table(["ที่", "เรื่อง", "ผล"], rows)
    told = decided(1)
    told = told._replace(fields={**told.fields, "body": [block]})

    grid = ruled_in(make(told, "docx").content).tblGrid
    widths = [int(column.get(qn("w:w"))) for column in grid]

    assert widths == [round(WIDTH * share) for share in shares(block["columns"], rows)]
    assert widths == [round(WIDTH * share) for share in block["widths"]]


def test_a_row_stands_on_one_page():
    rows = ruled_in(make(decided(3), "docx").content).iter(qn("w:tr"))

    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


@NEEDS_WRITER
@NEEDS_FACE
@pytest.mark.parametrize("count", [3, 8, 9])
def test_one_page_of_resolutions_is_one_page_in_word_too(count, tmp_path):
    file = in_laksaman(make(decided(count), "docx").content)

    assert len(pdf.picture_of(decided(count), ppi=20)) == 1
    assert pages_of(file, tmp_path) == 1


def in_laksaman(file):
    """The file as it stands where TH Sarabun is: LibreOffice puts another face in its place, of
    half as much again. Laksaman at 0.66 of the size is that face."""
    parts = {
        name: as_laksaman(part) if name.startswith("word/") else part
        for name, part in unzipped(file).items()
    }
    return zipped(parts)


def as_laksaman(part):
    smaller = re.sub(
        r'(<w:sz(?:Cs)? w:val=")(\d+)"',
        lambda size: f'{size[1]}{round(int(size[2]) * 0.66)}"',
        part.decode(),
    )
    return smaller.replace("TH SarabunPSK", "Laksaman").encode()


def pages_of(file, folder):
    Path(folder, "decisions.docx").write_bytes(file)
    subprocess.run(
        [SOFFICE, "--headless", f"-env:UserInstallation=file://{folder}/profile",
         "--convert-to", "pdf", "--outdir", folder, Path(folder, "decisions.docx")],
        check=True, capture_output=True, timeout=100,
    )  # fmt: skip
    return len(re.findall(rb"/Type\s*/Page\b", Path(folder, "decisions.pdf").read_bytes()))


def test_without_a_thai_face_word_keeps_the_letters_it_has(monkeypatch, tmp_path):
    monkeypatch.setattr(pdf, "FOLDERS", (tmp_path,))

    styles = unzipped(make(decided(9), "docx").content)["word/styles.xml"]
    assert b'<w:sz w:val="32"/>' in styles


# -- What stands in an agenda --------------------------------------------------------


def test_an_agenda_says_what_was_carried_and_not_what_became_of_it():
    told = make(agenda(body_with(paragraphs=[CARRIED, ADOPTED])), "docx").content
    words = words_of(told)

    assert "ผู้รับผิดชอบ\nจากมติ\n1" in words
    assert (CARRIED["rows"][0][-1] in words, ADOPTED["text"] in words) == (False, False)


# -- Thai digits -------------------------------------------------------------------


@pytest.mark.parametrize(
    "address", ["https://zoom.us/j/123?pwd=45", "HTTP://a1.th/2", "www.codi.or.th/9", "a1@b2.go.th"]
)
def test_an_address_keeps_the_digits_it_works_with(address):
    text = printable(f"ครั้งที่ 2/2569 ที่ {address} เวลา 09.00 น.", thai_digits=True)

    assert text == f"ครั้งที่ ๒/๒๕๖๙ ที่ {address} เวลา ๐๙.๐๐ น."
