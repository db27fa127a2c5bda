"""What regions ask of the centre, and what it answers."""

from regions import actions
from regions.actions.answering import Reply
from regions.actions.asking import Asked
from regions.models import RegionalReport, RequestAnswer, SupportRequest

Decision = RequestAnswer.Decision


def ask(report, by, *texts, kind="budget", **more):
    """Type so many requests into the section of a draft."""
    section = report.sections.get(key="support")
    start = report.requests.count() + 1

    class Typed:
        def keep(self, *, by):
            asked = {
                at: Asked(kind, text, more.get("needed_by")) for at, text in enumerate(texts, start)
            }
            actions.keep_requests(report, asked, by=by)

        def says_already(self):
            return False

    actions.save_section(
        section, answers={}, figures={}, beside=[Typed()], version=section.version, by=by
    )
    report.refresh_from_db()
    return list(report.requests.order_by("position"))


def send(report, by):
    report = RegionalReport.objects.get(pk=report.pk)
    return actions.submit_report(report, version=report.version, by=by)


def asked_and_sent(report, by, *texts, **more):
    ask(report, by, *texts, **more)
    send(report, by)
    return list(SupportRequest.objects.filter(report=report).for_list().order_by("position"))


def reply(decision=Decision.AGREED, text="จัดให้ในเดือนหน้า", done_by=None):
    return Reply(str(decision), text, done_by)


def answered(request, by, given, *, seen=None):
    return actions.answer_request(request, given, seen=seen, by=by)
