"""One list of columns makes a file and what explains it: CSV, XLSX with a dictionary, CSVW.

A column says its name for programs, its heading, what it means and how it is read of a row, so no
file leaves without its dictionary (https://www.w3.org/TR/tabular-metadata/).
"""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_filters import FilterSet

from .tables import CSV, XLSX, Table, to_csv, to_xlsx

CSV_METADATA = "application/csvm+json"
FORMS = ("csv", "xlsx")
CHUNK = 500  # rows read at a time


class Column(NamedTuple):
    name: str
    heading: str | Promise
    meaning: str | Promise
    read: Callable[[Any], str | date | int | Decimal | None]
    datatype: str = "string"


def table_of(title: str, columns: Iterable[Column], rows: Iterable) -> Table:
    shown = list(columns)
    cells = ([column.read(row) for column in shown] for row in rows)
    return Table(title, [str(column.heading) for column in shown], cells)


def dictionary_of(columns: Iterable[Column], *more: list[str]) -> Table:
    """What each column means; ``more`` rows say what holds for the whole file."""
    rows = [
        [column.name, str(column.heading), column.datatype, str(column.meaning)]
        for column in columns
    ]
    headings = [_("ชื่อ"), _("หัวตาราง"), _("ชนิด"), _("ความหมาย")]
    return Table(_("คำอธิบาย"), headings, [*rows, *more])


def csvw_of(columns: Iterable[Column], *, url: str, title: str) -> dict:
    """CSV on the Web: how a program reads the CSV file."""
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "url": url,
        "dc:title": title,
        "dc:language": "th",
        "dc:description": _("ข้อความที่โปรแกรมตารางอาจอ่านเป็นสูตรหรือตัวเลข มีเครื่องหมาย ' นำหน้า"),
        "dialect": {"encoding": "utf-8", "header": True, "quoteChar": '"'},
        "tableSchema": {"columns": [described(column) for column in columns]},
    }


def described(column: Column) -> dict:
    about = {"name": column.name, "titles": str(column.heading), "datatype": column.datatype}
    return {**about, "dc:description": str(column.meaning)} if column.meaning else about


# -- As answers ----------------------------------------------------------------------


def file_response(
    form: str, name: str, table: Table, dictionary: Table, *, about: str
) -> HttpResponse:
    """``table`` as CSV, whose dictionary stands at the address ``about``, or as XLSX with it."""
    if form == "xlsx":
        return _as_file(to_xlsx(table, dictionary), XLSX, f"{name}.xlsx")
    response = _as_file(to_csv(table), CSV, f"{name}.csv")
    response.headers["Link"] = f'<{about}>; rel="describedby"; type="{CSV_METADATA}"'
    return response


def metadata_response(about: dict) -> JsonResponse:
    return JsonResponse(about, content_type=CSV_METADATA, json_dumps_params={"ensure_ascii": False})


def query_of(request: HttpRequest) -> str:
    """The filters of the page, kept on every address of the same rows."""
    query = request.GET.urlencode()
    return f"?{query}" if query else ""


def _as_file(content: bytes, content_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)


def downloads(name: str, query: str) -> dict[str, str]:
    """The addresses of ``components/downloads.html``; ``name`` is the address of the files."""
    forms = {form: reverse(name, args=[form]) + query for form in FORMS}
    return {**forms, "about": reverse(f"{name}-metadata") + query}


# -- A list as it is filtered ---------------------------------------------------------------


class Export(NamedTuple):
    """One list taken out of the portal: what its page ``found``, without pages, as ``dressed``."""

    name: str  # of the files and of their addresses
    title: str | Promise
    columns: list[Column]
    found: Callable[[HttpRequest], FilterSet]
    dressed: Callable[[QuerySet], QuerySet] = QuerySet.all

    def rows(self, request: HttpRequest) -> Iterable:
        """Read as they are written. What the page cannot read it asks again; a file that left
        out a filter would say more than was asked for."""
        found = self.found(request)
        if not found.is_valid():
            raise Http404
        return self.dressed(found.qs).iterator(chunk_size=CHUNK)

    def urls(self, namespace: str) -> list[URLPattern]:
        """``<name>-export`` and what explains it, below the address of the list."""
        files = f"{namespace}:{self.name}-export"
        return [
            path(
                "export/metadata.json", self._explained(files), name=f"{self.name}-export-metadata"
            ),
            path("export/<slug:form>/", self._taken(files), name=f"{self.name}-export"),
        ]

    def _taken(self, files: str) -> Callable[..., HttpResponse]:
        @never_cache
        @require_safe
        def export(request: HttpRequest, form: str) -> HttpResponse:
            if form not in FORMS:
                raise Http404
            table = table_of(str(self.title), self.columns, self.rows(request))
            about = reverse(f"{files}-metadata") + query_of(request)
            return file_response(form, self.name, table, dictionary_of(self.columns), about=about)

        return export

    def _explained(self, files: str) -> Callable[..., HttpResponse]:
        @require_safe
        def metadata(request: HttpRequest) -> HttpResponse:
            url = reverse(files, args=["csv"]) + query_of(request)
            return metadata_response(csvw_of(self.columns, url=url, title=str(self.title)))

        return metadata
