"""Writing the synthesis of a month: its introduction, and its paragraphs one by one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.kernel.http import announce, asks, read_pk
from portal.kernel.kept_text import typed

from ..actions import move_point, use_point
from ..forms.synthesis import IntroductionForm, MergeForm, PointForm
from ..models import RegionalReport
from ..queries.synthesis import draft_of, points_of
from ..synthesis_page import told_in
from .syntheses import get_draft


@asks
def synthesis_edit(request, month):
    synthesis = get_draft(request, month, has_text=True)
    form = IntroductionForm(typed(request), row=synthesis, by=request.user)
    if form.saved():
        messages.success(request, _("บันทึกความนำแล้ว"))
        return redirect(f"{request.path}#introduction")
    return writing_page(request, synthesis, form)


def writing_page(request, synthesis, form):
    reports = RegionalReport.objects.visible_to(request.user).filter(round=synthesis.round_id)
    told = told_in(synthesis, readable=set(reports.values_list("pk", flat=True)), links=True)
    more = waiting(told.points, synthesis)
    context = {"synthesis": synthesis, "form": form, "told": told, "waiting": more}
    status = 409 if form.is_stale else 200
    return render(request, "regions/synthesis_edit.html", context, status=status)


def waiting(points, synthesis):
    """How many paragraphs drafting anew would add."""
    known = {(origin.section_id, origin.field) for one in points for origin in one.origins.all()}
    return sum(paragraph.key not in known for paragraph in draft_of(synthesis.round))


@asks
def synthesis_merge(request, month):
    """``?point=7&point=9``: into one, with the origins of all."""
    synthesis = get_draft(request, month, has_text=True)
    points = chosen_points(request, synthesis)
    if len(points) < 2:
        messages.error(request, _("เลือกอย่างน้อยสองย่อหน้าที่ยังใช้อยู่ แล้วจึงรวม"))
        return redirect("regions:synthesis-edit", month)
    form = MergeForm(typed(request), row=synthesis, points=points, by=request.user)
    title, done = _("รวมเป็นย่อหน้าเดียว"), _("รวมแล้ว ย่อหน้าเดิมเก็บไว้ในส่วนที่ไม่ใช้")
    return ask(request, form, title, done, synthesis, points)


def chosen_points(request, synthesis):
    """Those still in use; with a text that was written, also those another left out meanwhile:
    the action refuses, and the text stays."""
    chosen = {read_pk(text) for text in request.GET.getlist("point")}
    points = [point for point in points_of(synthesis) if point.pk in chosen]
    return [point for point in points if request.POST or not point.is_left_out]


@asks
def synthesis_point_edit(request, month, pk):
    point = get_point(request, month, pk, has_text=True)
    form = PointForm(typed(request), row=point, by=request.user)
    return ask(request, form, _("แก้ย่อหน้า"), _("บันทึกย่อหน้าแล้ว"), point.synthesis, [point])


def ask(request, form, title, done, synthesis, points):
    """One text on a page of its own, beside the words it comes from."""
    back = f"{page_to_return_to(synthesis)}#p{points[0].pk}"
    if form.saved():
        messages.success(request, done)
        return redirect(back)
    quoted = [origin for point in points for origin in point.origins.all()]
    context = {
        "form": form, "title": title, "synthesis": synthesis, "points": points, "quoted": quoted,
        "back": back,
    }  # fmt: skip
    status = 409 if form.is_stale else 200
    return render(request, "regions/synthesis_text.html", context, status=status)


def page_to_return_to(synthesis):
    """Published meanwhile, it is read and not written."""
    if synthesis.published_at:
        return synthesis.get_absolute_url()
    return reverse("regions:synthesis-edit", args=[synthesis.round.month])


@require_POST
def synthesis_point_use(request, month, pk):
    point = get_point(request, month, pk)
    leave = request.POST.get("use") == "no"
    done = _("ย่อหน้านี้จะไม่อยู่ในฉบับที่เผยแพร่ และเก็บไว้ให้นำกลับมาได้") if leave else _("นำย่อหน้ากลับมาใช้แล้ว")
    version = read_pk(request.POST.get("version", ""))
    with announce(request, done):
        use_point(point, is_left_out=leave, version=version, by=request.user)
    return back_to(month, pk)


@require_POST
def synthesis_point_move(request, month, pk):
    point = get_point(request, month, pk)
    with announce(request, _("ย้ายลำดับแล้ว")):
        move_point(point, up=request.POST.get("way") == "up", by=request.user)
    return back_to(month, pk)


def back_to(month, pk):
    return redirect(f"{reverse('regions:synthesis-edit', args=[month])}#p{pk}")


def get_point(request, month, pk, *, has_text=False):
    synthesis = get_draft(request, month, has_text=has_text)
    points = synthesis.points.prefetch_related("origins__section__report__unit__region")
    point = get_object_or_404(points, pk=pk)
    point.synthesis = synthesis
    return point
