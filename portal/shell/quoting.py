"""What the apps above ``regions`` add to the synthesis of a month: what each region answered to
each resolution, and told of each issue. Every function is one query."""

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from committees.models import Issue, IssueProgress
from meetings.models import Answer, Resolution
from portal.kernel.names import named
from regions.drafting import ALSO_AT, Quote
from regions.models import RegionalReport

RESOLUTION = "resolution-"


def answers(reports: Sequence[RegionalReport]) -> list[Quote]:
    """Resolution by resolution, in the order in which they were made."""
    given = Answer.objects.filter(report__in=reports).select_related("action_item__resolution")
    made = "action_item__resolution"
    rows = given.order_by(f"{made}__meeting__starts_on", f"{made}__number", made, "action_item")
    places: dict[int, int] = {}
    return [
        Quote(
            one.report_id, "resolutions", _field_of(one), one.text or one.get_progress_display(),
            ALSO_AT + places.setdefault(one.action_item.resolution_id, len(places)), _answered(one),
        )
        for one in rows
    ]  # fmt: skip


def _field_of(answer: Answer) -> str:
    item = answer.action_item
    return f"{RESOLUTION}{item.resolution_id}--{item.pk}"


def _answered(answer: Answer) -> str:
    about = f"“{answer.action_item.title}” ({answer.get_progress_display()})"
    return f"{about} “{answer.text}”" if answer.text else about


def resolutions(subjects: Collection[str]) -> dict[str, str]:
    """มติที่ 2 การประชุมครั้งที่ 9/2569"""
    pks = [one.removeprefix(RESOLUTION) for one in subjects if one.startswith(RESOLUTION)]
    found = Resolution.objects.filter(pk__in=pks).select_related("meeting")
    return {
        f"{RESOLUTION}{one.pk}": _("มติที่ %(number)s %(meeting)s")
        % {"number": one.number, "meeting": one.meeting.name}
        for one in found.order_by("meeting__starts_on", "number", "pk")
    }


def progress(reports: Sequence[RegionalReport]) -> list[Quote]:
    """Issue by issue."""
    told = IssueProgress.objects.filter(report__in=reports).select_related("issue").order_by("pk")
    return [
        Quote(
            one.report_id, "issues", f"issue-{one.issue.code}", one.text,
            ALSO_AT + one.issue.position, f"(ระดับ{one.get_level_display()}) “{one.text}”",
        )
        for one in told
    ]  # fmt: skip


def issues(subjects: Collection[str]) -> dict[str, str]:
    return {f"issue-{issue.code}": named(issue) for issue in Issue.objects.all()}
