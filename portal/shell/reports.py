"""What the apps above ``regions`` know about a report: the obligations it answers, the progress of
the issues, where assigned work stands, and what the register counts."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from certification import register_counts
from certification.models import CommunityOrganization
from committees.forms.issue_progress import IssueProgressForm
from committees.queries.issue_progress import issues_asked
from meetings.actions import weigh_answers
from meetings.forms.answers import AnswersForm
from meetings.queries.answering import asked_in
from regions.drafting import quote_also
from regions.followers import follow
from regions.sections import Counted, count_beside, show_beside

from . import quoting


def obligations(*, report, user) -> dict:
    """What meetings asked of the region, and what this report answers: one query."""
    today = timezone.localdate()
    items = asked_in(report, user=user, on=today)
    return {
        "report": report,
        "items": items,
        "is_answered": any(item.said_progress for item in items),
        "today": today,
    }


def progress(*, report, user) -> dict:
    """What this report tells of each issue: two queries."""
    issues = issues_asked(report)
    return {"report": report, "issues": issues, "is_answered": any(one.told for one in issues)}


def workstreams(*, report, user) -> dict:
    """Where the work stands that meetings assigned to the region, and above it how far each of the
    urgent workstreams is of which the section asks (S35): no query."""
    query = urlencode({"standing": "all", "owner": f"region-{report.unit.region_id}"})
    return {"url": f"{reverse('meetings:action-item-list')}?{query}"}


def counted_in_register(*, report, user) -> dict[str, Counted]:
    """What the register counted in the month of the report, in its place: one query."""
    place = _place_of(report)
    if not place:
        return {}
    month = report.round.month
    here = CommunityOrganization.objects.visible_to(user)
    if report.unit.region:
        here = here.in_region(report.unit.region, on=timezone.localdate())
    else:
        here = here.filter(province=report.unit.province_id)
    counts = register_counts.counts_of_month(month, here)
    return {key: _counted(key, count, month, place) for key, count in counts.items()}


def _place_of(report) -> dict:
    """As the filters of the register name it; the centre counts nothing of its own."""
    if report.unit.region:
        return {"region": report.unit.region.code}
    return {"province": report.unit.province_id} if report.unit.province_id else {}


def _counted(key, count, month, place):
    query = urlencode(place | {"took": register_counts.stride_in_address(key, month)})
    url = f"{reverse('certification:organization-list')}?{query}"
    return Counted(count, register_counts.counted_words(count), url)


def contribute():
    """Section by section: an answer to each resolution that waits for the region, the progress of
    each issue, and beside the numbers of certification what the register counts. Once a report
    is sent, taken back, returned or accepted, its obligations follow.

    ``regions`` may not import the apps above. A fragment fetched by the page would need
    JavaScript or a second page; this way the section itself asks, and the report keeps one
    address and one way to be saved.
    """
    show_beside("resolutions", "shell/_obligations.html", obligations, form=AnswersForm)
    show_beside("issues", "shell/_workstreams.html", workstreams)
    show_beside("issues", "committees/_issue_progress.html", progress, form=IssueProgressForm)
    count_beside(counted_in_register)
    quote_also(quoting.answers, quoting.resolutions)
    quote_also(quoting.progress, quoting.issues)
    follow(weigh_answers)
