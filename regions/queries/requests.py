"""What regions ask of the centre and what it answers, read for pages of other modules.

Each function says how many statements it costs. Rows come dressed ``for_list``: their answers
stand in ``.told``, newest first, and ``.standing`` is that of the day asked about.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db.models import Case, Count, Q, QuerySet, When
from django.utils.translation import gettext_lazy as _

from portal.kernel.composed import composed
from portal.kernel.models import Person, User
from portal.kernel.rates import Rate
from regions.models import (
    Region,
    RegionalPost,
    RegionalReport,
    ReportingUnit,
    RequestAnswer,
    SupportRequest,
)
from regions.models.reader import composed_for

Standing, Timing = SupportRequest.Standing, SupportRequest.Timing
WAITING = (Standing.LATE, Standing.WAITING)
ON_TIME = (Timing.ON_TIME,)
DUE = (Timing.ON_TIME, Timing.LATE, Timing.OVERDUE)
LEFT_OUT = (Timing.NOT_DUE, Timing.DROPPED)
COUNTED = {"on_time": ON_TIME, "due": DUE, "left_out": LEFT_OUT}
FORMULA = _(
    "คำขอที่ส่วนกลางตอบครั้งแรกภายในวันกำหนด หารด้วยคำขอที่ตอบแล้วหรือถึงกำหนดแล้ว "
    "ไม่นับที่ยังไม่ถึงกำหนดและที่ภาคถอนก่อนได้คำตอบ"
)


@composed_for
def unanswered(user: User, *, on: date) -> QuerySet[SupportRequest]:
    """What the centre owes an answer, the longest due first, each with ``.answer_due_on``, its
    region and owner, and without its answers: one statement."""
    found = SupportRequest.objects.visible_to(user).unanswered(on=on)
    return found.select_related("report__round", "report__region", "owner")


def requests_of(region: Region, *, on: date, most: int = 5) -> list[SupportRequest]:
    """“ที่เราขอ และส่วนกลางตอบ”: what still moves first, then the latest; two statements."""
    found = SupportRequest.objects.sent().filter(report__region=region).with_standing(on=on)
    is_over = Case(When(closed_at=None, withdrawn_at=None, then=0), default=1)
    return list(found.for_list().order_by(is_over, "-sent_at", "-pk")[:most])


def promised_to(region: Region, *, on: date) -> list[SupportRequest]:
    """Promised to the region by a day that has come: has it? Two statements."""
    found = SupportRequest.objects.sent().filter(report__region=region).with_standing(on=on)
    promised = found.filter(standing=Standing.PROMISED).for_list().order_by("sent_at", "pk")
    return [request for request in promised if (request.told[0].done_by or on) <= on]


def answers_on_time(requests: QuerySet[SupportRequest], *, on: date) -> Rate:
    """How many requests were first answered on time, of those answered or due: one statement.
    Its lists are the register with ``?timing=on_time``, ``due`` and ``left_out``."""
    return _rate(requests.with_standing(on=on).aggregate(**_counts()), on)


def all_answers_on_time(user: User, *, on: date) -> Rate:
    """The same of every request that ``user`` may read."""
    timings = Counter(dict(_timings(user, on=on)))
    counts = {name: sum(timings[one] for one in each) for name, each in COUNTED.items()}
    return _rate(counts, on)


@composed_for
def _timings(user: User, *, on: date) -> QuerySet[SupportRequest]:
    """How many requests there are of each timing."""
    readable = SupportRequest.objects.visible_to(user).sent().with_standing(on=on)
    return readable.order_by().values_list("timing").annotate(count=Count("pk"))


def answers_on_time_by(
    requests: QuerySet[SupportRequest], *keys: str, on: date
) -> dict[tuple, Rate]:
    """The same of each group of ``keys`` (``report__region``, ``report__round__month``…): one
    statement."""
    rows = requests.with_standing(on=on).order_by().values(*keys).annotate(**_counts())
    return {tuple(row[key] for key in keys): _rate(row, on) for row in rows}


def _counts() -> dict[str, Count]:
    return {name: Count("pk", filter=Q(timing__in=each)) for name, each in COUNTED.items()}


def _rate(row: dict, on: date) -> Rate:
    return Rate(row["on_time"], row["due"], row["left_out"], formula=FORMULA, at=on)


def counted(requests: QuerySet[SupportRequest], *, on: date) -> dict[str, int]:
    """How many stand where: one statement."""
    stands = {standing: Count("pk", filter=Q(standing=standing)) for standing in Standing.values}
    return requests.with_standing(on=on).aggregate(**stands)


# -- The centre ------------------------------------------------------------------------


def central_officers(*, on: date) -> QuerySet[Person]:
    """Who may own a request."""
    posts = RegionalPost.objects.of(RegionalPost.Role.CENTRAL_OFFICER, on=on)
    return Person.objects.filter(pk__in=posts.values("person")).in_thai_order()


def centre_report_in_hand(*, on: date) -> RegionalReport | None:
    """The centre's own report that is being filled in, the latest month's: one statement."""
    hand = (RegionalReport.State.DRAFT, RegionalReport.State.RETURNED)
    reports = RegionalReport.objects.filter(unit__kind=ReportingUnit.Kind.CENTRE, state__in=hand)
    return reports.filter(round__opens_on__lte=on).order_by("-round__month").first()


def asked_in(report: RegionalReport) -> list[SupportRequest]:
    """What a region's report asks, numbered or not, in its order: two statements, always."""
    told: dict[int, list[RequestAnswer]] = {}
    for answer in _told_to(report=report.pk):
        told.setdefault(answer.request_id, []).append(answer)
    requests = _asked_by(report=report.pk)
    for request in requests:
        request.report, request.told = report, told.get(request.pk, [])
    return requests


@composed
def _told_to(*, report: int) -> QuerySet[RequestAnswer]:
    answers = RequestAnswer.objects.told().filter(request__report=report)
    return answers.select_related("answered_by__person").order_by("-told_at", "-pk")


@composed
def _asked_by(*, report: int) -> QuerySet[SupportRequest]:
    asked = SupportRequest.objects.filter(report=report)
    return asked.select_related("owner").order_by("position")


def asked_of_centre(report: RegionalReport, *, on: date) -> list[SupportRequest]:
    """What the centre's report answers, each with ``.in_hand`` and ``.of_report``: while it is
    filled in also whatever waits for an answer. Four statements."""
    own = RequestAnswer.objects.filter(report=report).select_related("answered_by__person")
    by_request: dict[int, list[RequestAnswer]] = {}
    for answer in own.order_by("-answered_at", "-pk"):
        by_request.setdefault(answer.request_id, []).append(answer)
    asked = Q(pk__in=by_request)
    if report.is_editable:
        asked |= Q(standing__in=WAITING)
    found = SupportRequest.objects.sent().with_standing(on=on).filter(asked).for_list()
    rows = list(found.order_by("answer_due_on", "be_year", "number"))
    return [_with_own(request, by_request.get(request.pk, [])) for request in rows]


def _with_own(request: SupportRequest, own: Iterable[RequestAnswer]) -> SupportRequest:
    request.in_hand = next((one for one in own if one.told_at is None), None)
    request.of_report = [one for one in own if one.told_at is not None]
    return request
