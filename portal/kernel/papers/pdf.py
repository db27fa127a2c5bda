"""Blocks as PDF: set by typst in a Thai face of the system, in milliseconds and without a network.

What people typed reaches typst as data, never as markup. The face is Laksaman, the relative of
TH Sarabun in Debian's ``fonts-thai-tlwg``; where it is missing there is no PDF, for another
face would misplace the marks of Thai.
"""

import json
import re
from functools import cache
from pathlib import Path

import typst

from .blocks import printable
from .forms import PaperForm, plain
from .paper import Document

FACE = "Laksaman"
PACKAGE = "fonts-thai-tlwg"
SIGNS = "Waree"  # of the same package: arrows and other signs that Laksaman has not
FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
SETTING = (Path(__file__).parent / "official.typ").read_bytes()
FORM = (Path(__file__).parent / "form.typ").read_bytes()
# A number stays with the word before it and with its unit.
_KEPT = re.compile(r"(?<=[ก-๎.]) (?=[0-9๐-๙])|(?<=[0-9๐-๙]) (?=(?:น\.|คน|ข้อ|กลุ่ม|ที่นั่ง)(?:[^ก-๎]|$))")


class NoThaiFace(Exception):
    """No face is here that sets Thai correctly."""


def pdf_of(document: Document) -> bytes:
    """The same bytes for the same document."""
    return typst.compile(SETTING, format="pdf", timestamp=0, **_given(document))


def form_pdf_of(form: PaperForm) -> bytes:
    """A form to be filled in with a pen."""
    return typst.compile(FORM, format="pdf", timestamp=0, **_set_with(_kept(plain(form))))


def picture_of(document: Document, *, ppi: float = 144) -> list[bytes]:
    """Each page as PNG."""
    pages = typst.compile(SETTING, format="png", ppi=ppi, **_given(document))
    return pages if isinstance(pages, list) else [pages]


def points_of(document: Document) -> float:
    """How large letters may be for a document to stand on one page."""
    return json.loads(typst.query(SETTING, "<size>", field="value", one=True, **_given(document)))


def has_thai_face() -> bool:
    return FACE in _fonts(FOLDERS).families()


def _given(document: Document) -> dict:
    told = document._replace(fields={}, blocks=_kept(document.blocks))._asdict()
    return _set_with(told, thai_digits=document.thai_digits)


def _set_with(told: dict, *, thai_digits: bool = False) -> dict:
    if not has_thai_face():
        _fonts.cache_clear()  # it may be installed while the portal runs
        raise NoThaiFace
    data = printable(told, thai_digits=thai_digits) | {"fonts": [FACE, SIGNS]}
    return {
        "root": str(Path(__file__).parent),
        "font_paths": _fonts(FOLDERS),
        "ignore_system_fonts": True,
        "sys_inputs": {"data": json.dumps(data, ensure_ascii=False)},
    }


def _kept(data: object) -> object:
    """Lines do not break before a number."""
    match data:
        case str():
            return _KEPT.sub("\u00a0", data)
        case dict():
            return {key: value if key == "style" else _kept(value) for key, value in data.items()}
        case list():
            return [_kept(row) for row in data]
    return data


@cache
def _fonts(folders: tuple[Path, ...]) -> typst.Fonts:
    """Read once in a process; only what is asked for by name gets into a file."""
    found = [str(folder) for folder in folders if folder.is_dir()]
    return typst.Fonts(False, False, found)
