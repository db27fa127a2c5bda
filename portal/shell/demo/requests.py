"""What regions ask of the centre, what it answers, and its own report of each month (B5)."""

from datetime import timedelta

from portal.kernel.thai import be_year, day_of
from regions.actions import receipt_number
from regions.cycle import answer_due
from regions.models import (
    RegionalReport,
    ReportingUnit,
    ReportSection,
    RequestAnswer,
    SupportRequest,
)

from .committee import House
from .days import at_hour
from .words_requests import ASKS, CENTRE_TEXTS, IN_HAND

State, Kind = RegionalReport.State, ReportingUnit.Kind
A_DAY = timedelta(days=1)


def load_requests(house: House, *, today):
    """After the meetings, whose days say by when each was to be answered."""
    centre = load_centre_reports(house, today=today)
    reports = region_reports(list(centre))
    asks = [(ask, reports[ask.region, ask.turn]) for ask in ASKS]
    asks = [(ask, report) for ask, report in asks if report.submitted_at]
    asks.sort(key=lambda pair: pair[1].submitted_at)
    requests = write_requests(house, asks, today=today)
    answers = write_answers(house, asks, requests, centre, today=today)
    settle(house, asks, requests, answers, today=today)
    hold_answer(house, asks, requests, list(centre.values())[-1], today=today)


# -- Reports -----------------------------------------------------------------------------


def load_centre_reports(house, *, today):
    """By month: those that are past were accepted by a co-chair, this month's is being filled."""
    found = RegionalReport.objects.filter(unit__kind=Kind.CENTRE).select_related("round", "unit")
    reports = {report.round.month: report for report in found.order_by("round__month")}
    *past, open_one = reports.values()
    for report in past:
        accept(house, report)
    fill(house, open_one, ["centre_work"], at_hour(today - A_DAY, 14))
    return reports


def accept(house, report):
    sent_on = report.round.on_time_until
    report.submitted_at, report.submitted_by = at_hour(sent_on, 16), house.users["secretary"]
    report.reviewed_at, report.reviewed_by = at_hour(sent_on + A_DAY, 10), house.users["co-chair"]
    report.state, report.receipt, report.version = State.ACCEPTED, receipt_number(report), 2
    report.save()
    fill(house, report, [*CENTRE_TEXTS], at_hour(sent_on, 15))
    report.sections.update(verdict=ReportSection.Verdict.PASSED)


def fill(house, report, keys, at):
    for key in keys:
        saved = {"saved_at": at, "saved_by": house.users["secretary"]}
        report.sections.filter(key=key).update(answers=CENTRE_TEXTS[key], version=1, **saved)
    RegionalReport.objects.filter(pk=report.pk).update(version=len(keys))


def region_reports(months):
    found = RegionalReport.objects.filter(unit__kind=Kind.REGION)
    found = found.select_related("round", "unit__region", "region")
    return {(report.region.code, months.index(report.round.month)): report for report in found}


# -- Requests and answers ------------------------------------------------------------------


def write_requests(house, asks, *, today):
    """Numbered in the order in which their reports were sent."""
    numbers, requests = {}, []
    for ask, report in asks:
        year = be_year(day_of(report.submitted_at))
        numbers[year] = numbers.get(year, 0) + 1
        requests.append(
            SupportRequest(
                report=report, position=1, kind=ask.kind, text=ask.text, be_year=year,
                number=numbers[year], sent_at=report.submitted_at, due_on=due_day(house, report),
                needed_by=day_of(report.submitted_at) + timedelta(days=45),
                owner=house.people["central-2"] if ask.has_owner else None,
            )
        )  # fmt: skip
    return SupportRequest.objects.bulk_create(requests)


def due_day(house, report):
    """The meeting that came next, be it held since."""
    sent_on = day_of(report.submitted_at)
    days = house.committee.meetings.filter(starts_on__gt=sent_on, source="")
    first = days.order_by("starts_on").values_list("starts_on", flat=True).first()
    return first or answer_due(report, on=sent_on)


def write_answers(house, asks, requests, centre, *, today):
    answers = [
        answer_to(house, ask, request, centre[report.round.month], today=today)
        for (ask, report), request in zip(asks, requests, strict=True)
        if ask.told
    ]
    return {answer.request_id: answer for answer in RequestAnswer.objects.bulk_create(answers)}


def answer_to(house, ask, request, report, *, today):
    told = ask.told
    at = told_at(told, request, report, today=today)
    return RequestAnswer(
        request=request, report=report if told.in_report else None, decision=told.decision,
        text=told.text, done_by=told.days and day_of(at) + timedelta(days=told.days),
        answered_by=house.users["secretary"], answered_at=at, told_at=at,
    )  # fmt: skip


def told_at(told, request, report, *, today):
    """With the centre's report, or two days after it was asked, or some days too late; yesterday
    at the latest."""
    yesterday, sent_on = at_hour(today - A_DAY, 9), day_of(request.sent_at)
    if told.in_report and report.submitted_at:
        return max(report.submitted_at, request.sent_at + timedelta(hours=1))
    day = request.due_on + 4 * A_DAY if told.is_late else sent_on + 2 * A_DAY
    return max(min(at_hour(day, 11), yesterday), request.sent_at + timedelta(hours=1))


def settle(house, asks, requests, answers, *, today):
    """The region says that it has come, or that it has not."""
    for (ask, _report), request in zip(asks, requests, strict=True):
        by, told = house.filers[ask.region], answers.get(request.pk)
        if ask.is_closed:
            request.closed_by = by
            request.closed_at = told.told_at + timedelta(hours=3)
        if ask.because:
            request.reopened_by, request.reopened_because = by, ask.because
            request.reopened_at = max(at_hour(today - 6 * A_DAY, 10), told.told_at + A_DAY / 8)
            request.due_again_on = answer_due(request.report, on=today)
    settled = ("closed_at", "closed_by")
    again = ("reopened_at", "reopened_by", "reopened_because", "due_again_on")
    SupportRequest.objects.bulk_update(requests, [*settled, *again])


def hold_answer(house, asks, requests, report, *, today):
    """One answer waits in the centre's report for its sending."""
    region, turn, decision, text = IN_HAND
    for (ask, _report), request in zip(asks, requests, strict=True):
        if (ask.region, ask.turn) == (region, turn):
            RequestAnswer.objects.create(
                request=request, report=report, decision=decision, text=text,
                answered_by=house.users["secretary"], answered_at=at_hour(today - A_DAY, 15),
            )  # fmt: skip
            fill(house, report, ["answers"], at_hour(today - A_DAY, 15))
