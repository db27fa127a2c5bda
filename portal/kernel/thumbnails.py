"""Beside each photograph on the disk a small one, which pages show in its place.

Its name follows from that of the whole one; where it is missing, the whole one stands for it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models.fields.files import FieldFile
from django.http import HttpRequest, HttpResponse

from .files import PICTURES, Kept, Upload, download
from .photographs import small

SUFFIX = ".small.jpg"


def small_name(name: str) -> str:
    return str(PurePath(name).with_suffix(SUFFIX))


@contextmanager
def small_stored(upload: Upload, name: str) -> Iterator[None]:
    """Beside a photograph that was stored under ``name``; gone again if what is done fails."""
    if upload.kind not in PICTURES:
        yield
        return
    upload.content.seek(0)
    kept = default_storage.save(small_name(name), ContentFile(small(upload.content.read())))
    try:
        yield
    except BaseException:
        default_storage.delete(kept)
        raise


def discard(name: str) -> None:
    """The file and what stands beside it."""
    default_storage.delete(name)
    default_storage.delete(small_name(name))


def download_small(request: HttpRequest, file: FieldFile, name: str) -> HttpResponse:
    """A photograph kept before there were small ones comes whole."""
    found = small_name(file.name)
    return download(request, Kept(found) if default_storage.exists(found) else file, name)
