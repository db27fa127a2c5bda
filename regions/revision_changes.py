"""What a report says, whole, and where two sayings differ: what a revision keeps."""

from collections.abc import Iterator

from django.utils import translation
from django.utils.translation import gettext as _

from portal.kernel.models import User
from portal.kernel.names import named

from .models import Indicator, RegionalReport, Revision
from .queries.attachments import attachments_of
from .sections import section_of

Said = dict[str, dict]


def said_by(report: RegionalReport, *, by: User) -> Said:
    """By section its texts, its numbers as {"value", "is_applicable", "note"}, what apps above
    asked in it and its files, both in Thai words."""
    files, said = attachments_of(report), {}
    with translation.override("th"):
        for row in report.sections.all():
            attached = {_("ไฟล์แนบ"): "\n".join(one.name for one in files.get(row.pk, []))}
            beside = _said_beside(row.key, report, by) | attached
            said[row.key] = {"answers": row.answers, "figures": {}, "beside": beside}
    fields = ("indicator__section", "indicator__key", "value", "is_applicable", "note")
    for section, key, value, is_applicable, note in report.figures.values_list(*fields):
        if section in said:
            told = {"value": value, "is_applicable": is_applicable, "note": note}
            said[section]["figures"][key] = told
    return said


def _said_beside(key: str, report: RegionalReport, by: User) -> dict[str, str]:
    """What the forms of apps above have kept, as they say it themselves beside another text."""
    said = {}
    for beside in section_of(key).beside:
        if beside.form:
            shown = beside.context(report=report, user=by)
            form = beside.form(None, shown=shown, auto_id="")
            said |= {str(what): kept for what, _typed, kept in form.differences()}
    return said


def differences(before: Said, after: Said) -> list[dict]:
    """Field by field, as ``Revision.changes`` keeps them."""
    return [
        {"section": section, "field": field, "before": was, "after": now}
        for section in after
        for field, was, now in _changed(before.get(section, {}), after[section])
    ]


def _changed(before: dict, after: dict) -> Iterator[tuple]:
    """What apps above ask no more, because it was settled meanwhile, nobody changed."""
    for part in ("figures", "answers", "beside"):
        was, now = before.get(part, {}), after.get(part, {})
        for field in sorted(now if part == "beside" else {*was, *now}):
            if (was.get(field) or None) != (now.get(field) or None):
                yield field, was.get(field), now.get(field)


# -- In words ------------------------------------------------------------------------


def changes_in_words(revision: Revision, indicators: dict[str, Indicator]) -> list[dict]:
    """Each change as a row: which section, which question, what stood, what stands."""
    rows = []
    for change in revision.changes:
        section = section_of(change["section"])
        rows.append(
            {
                "section": section.title if section else change["section"],
                "field": _field(change["field"], section, indicators),
                "before": _words(change["before"]),
                "after": _words(change["after"]),
            }
        )
    return rows


def _field(key, section, indicators):
    if key in indicators:
        return named(indicators[key])
    asked = {text.key: text.label for text in (*section.texts, *section.retired)} if section else {}
    return asked.get(key, key)


def _words(told):
    """A number, nought, not applicable and not reported are four things; a note stands behind."""
    if not isinstance(told, dict):
        return ", ".join(map(str, told)) if isinstance(told, list) else told or _("(ว่าง)")
    value = told["value"]
    if value is None:
        words = _("ยังไม่รายงาน") if told["is_applicable"] else _("ไม่เกี่ยวข้อง")
    else:
        words = f"{value:,}" if value else _("ไม่มี (0)")
    return f"{words} ({told['note']})" if told["note"] else words
