"""What regions ask of the centre: the register, and the page of one request."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Case, DateField, F, When
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.kernel.http import announce, require
from portal.kernel.kept_text import take_kept_text
from portal.kernel.models import Activity

from ..actions import close_request
from ..forms.settling import OwnerForm, ReopeningForm, ReplyForm
from ..found import found_requests
from ..models import RegionalReport, SupportRequest
from ..permissions import can_answer_request, can_settle_request
from ..queries.requests import WAITING, answers_on_time, central_officers, counted
from ..request_history import told_of

Standing = SupportRequest.Standing
PAGE = 24
ANSWERED = (Standing.PROMISED, Standing.REFUSED)


@require_safe
def request_list(request):
    """What the centre owes first, the longest due on top; then what is answered, latest first."""
    today = timezone.localdate()
    found = found_requests(request)
    waits = Case(When(standing__in=WAITING, then=0), default=1)
    due = Case(When(standing__in=WAITING, then=F("answer_due_on")), output_field=DateField())
    rows = found.qs.order_by(waits, due, "-be_year", "-number").for_list()
    counts = counted(found.base, on=today)
    context = {
        "filter": found,
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "today": today,
        "tally": [tallied(request, standing, counts[standing]) for standing in Standing],
        "rate": answers_on_time(found.base, on=today),
        "lists": {name: listed(request, timing=name) for name in ("on_time", "due", "left_out")},
    }
    return render(request, "regions/request_list.html", context)


def tallied(request, standing, count):
    """A count that is a filter; pressed again, it lets go."""
    is_current = request.GET.get("standing") == standing
    url = listed(request, standing="" if is_current else standing.value)
    return {"value": count, "words": standing.label, "url": url, "is_current": is_current}


def listed(request, **asked):
    """The list behind a number, of the same place, kind and month."""
    query = request.GET.copy()
    for name in ("page", "standing", "timing"):
        query.pop(name, None)
    for name, value in asked.items():
        if value:
            query[name] = value
    return f"?{query.urlencode()}"


# -- One request -----------------------------------------------------------------------


def get_asked(request, pk):
    return get_object_or_404(SupportRequest.objects.visible_to(request.user).for_list(), pk=pk)


@require_safe
def request_detail(request, pk):
    return detail_page(request, get_asked(request, pk))


def detail_page(request, asked, *, status=200, **sent):
    """The page, with the form that was sent and came back."""
    today, user = timezone.localdate(), request.user
    standing = asked.standing_on(today)
    is_taken_back = asked.report.state == RegionalReport.State.DRAFT
    context = {
        "asked": asked,
        "today": today,
        "is_taken_back": is_taken_back,
        "may_read_report": may_read(user, asked.report_id),
        "may_close": standing in ANSWERED and can_settle_request(user, asked),
        "is_refused": standing == Standing.REFUSED,
        "history": told_of(Activity.objects.about(asked).for_history()),
        **forms_for(request, asked, standing, is_taken_back),
        **sent,
    }
    context["form"] = next(iter(sent.values()), None)
    return render(request, "regions/request_detail.html", context, status=status)


def may_read(user, report):
    return RegionalReport.objects.visible_to(user).filter(pk=report).exists()


def forms_for(request, asked, standing, is_taken_back):
    """What this reader may say now."""
    user, forms = request.user, {}
    is_over = standing in (Standing.CLOSED, Standing.WITHDRAWN) or is_taken_back
    if can_answer_request(user, asked) and not is_over:
        forms["reply_form"] = reply_form(request, asked, kept(request, "request-answer", asked))
        forms["owner_form"] = owner_form(request, asked)
    if can_settle_request(user, asked) and standing in (*ANSWERED, Standing.CLOSED):
        data = kept(request, "request-reopening", asked)
        forms["reopening_form"] = ReopeningForm(data, asked=asked, by=user)
    return forms


def kept(request, name, asked):
    return take_kept_text(request, reverse(f"regions:{name}", args=[asked.pk]))


def reply_form(request, asked, data=None):
    return ReplyForm(data, asked=asked, by=request.user)


def owner_form(request, asked, data=None):
    people = central_officers(on=timezone.localdate())
    return OwnerForm(data, asked=asked, people=people, by=request.user)


def done(request, asked, form, name, text):
    """Back to the page; refused, the page as it stands now with what was typed in it."""
    if form.saved():
        messages.success(request, text)
        return redirect(asked)
    return detail_page(request, get_asked(request, asked.pk), status=422, **{name: form})


@require_POST
def request_answer(request, pk):
    asked = get_asked(request, pk)
    require(can_answer_request(request.user, asked))
    form = reply_form(request, asked, request.POST)
    return done(request, asked, form, "reply_form", _("บันทึกคำตอบแล้ว ภาคได้รับแจ้งทางจดหมาย"))


@require_POST
def request_owner(request, pk):
    asked = get_asked(request, pk)
    require(can_answer_request(request.user, asked))
    form = owner_form(request, asked, request.POST)
    return done(request, asked, form, "owner_form", _("บันทึกผู้รับเรื่องแล้ว"))


@require_POST
def request_closure(request, pk):
    asked = get_asked(request, pk)
    require(can_settle_request(request.user, asked))
    with announce(request, _("ปิดคำขอแล้ว ขอบคุณที่บอก")):
        close_request(asked, by=request.user)
    return redirect(asked)


@require_POST
def request_reopening(request, pk):
    asked = get_asked(request, pk)
    require(can_settle_request(request.user, asked))
    form = ReopeningForm(request.POST, asked=asked, by=request.user)
    return done(request, asked, form, "reopening_form", _("แจ้งส่วนกลางแล้ว คำขอนี้กลับไปรอคำตอบ"))
