"""Who speaks for a region and for the centre. Whoever serves reads; the secretariat changes."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from committees.forms.day import asked_day
from committees.forms.fields import by_hand
from committees.forms.posts import PostEndForm, PostForm, SuccessorForm
from committees.models import Committee
from committees.permissions import can_change_roster
from committees.queries.entries import page_of_posts
from committees.queries.posts import centre, provinces_of, working_group
from committees.queries.role_words import role_words
from committees.roles import OF_A_REGION, OF_THE_CENTRE
from portal.kernel.http import asks, require
from portal.kernel.kept_text import typed
from regions.models import Province, Region, RegionalPost

from .corrections import corrections_for


@require_safe
def region_posts(request, code):
    day = asked_day(request)
    region = get_object_or_404(Region, code=code)
    group = working_group(region, on=day.on)
    context = {
        "day": day,
        "region": region,
        "is_in_force": region.is_in_force(on=day.on),
        "group": group,
        "provinces": provinces_of(region, on=day.on),
        "bodies": Committee.objects.filter(region=region).in_force(on=day.on).of_regions(),
        "may_change": may_change(request, group),
        "corrections": corrections_for(request.user, region),
    }
    return render(request, "committees/region_posts.html", context)


@require_safe
def centre_posts(request):
    day = asked_day(request)
    found = centre(on=day.on)
    context = {
        "day": day,
        "centre": found,
        "may_change": may_change(request, found),
        "corrections": corrections_for(request.user, None),
    }
    return render(request, "committees/centre_posts.html", context)


@asks
def post_create(request, code, role):
    region = get_object_or_404(Region, code=code)
    return fill_post(request, get_role(role, OF_A_REGION), region)


@asks
def province_post_create(request, code):
    province = get_object_or_404(Province, code=code)
    return fill_post(request, RegionalPost.Role.PROVINCIAL, province)


@asks
def centre_post_create(request, role):
    return fill_post(request, get_role(role, OF_THE_CENTRE), None)


def fill_post(request, role, place):
    require(can_change_roster(request.user))
    form = post_form(request, PostForm, role=role, place=place)
    if form.saved():
        return done(request, place, _("แต่งตั้งแล้ว"))
    words = {"title": _("แต่งตั้ง%(role)s") % {"role": role_words(role)}, "button": _("แต่งตั้ง")}
    return shown(request, form, place, role=role, **words)


@asks
def post_replacement(request, pk):
    post = get_post(request, pk)
    form = post_form(request, SuccessorForm, post=post)
    if form.saved():
        return done(request, post.place, _("แต่งตั้งคนใหม่แล้ว คนเดิมพ้นจากหน้าที่ในวันก่อนหน้า"))
    words = {"title": _("เปลี่ยน%(role)s"), "button": _("แต่งตั้งคนใหม่แทน")}
    words["title"] %= {"role": role_words(post.role)}
    return shown(request, form, post.place, role=post.role, post=post, **words)


@asks
def post_discharge(request, pk):
    post = get_post(request, pk)
    form = post_form(request, PostEndForm, post=post)
    if form.saved():
        return done(request, post.place, _("บันทึกการพ้นจากหน้าที่แล้ว"))
    words = {"title": _("พ้นจากหน้าที่%(role)s"), "button": _("บันทึกการพ้นจากหน้าที่")}
    words["title"] %= {"role": role_words(post.role)}
    return shown(request, form, post.place, role=post.role, post=post, **words)


# -- What they share -------------------------------------------------------------------


def may_change(request, found):
    """Nobody is appointed on a day that only a document tells of."""
    return can_change_roster(request.user) and not found.is_from_document


def post_form(request, form, **about):
    return form(typed(request), on=asked_day(request).on, **by_hand(request, form), **about)


def shown(request, form, place, **words):
    context = {"form": form, "place": place, "back": page_of(request, place), **words}
    return render(request, "committees/post_form.html", context)


def done(request, place, text):
    messages.success(request, text)
    return redirect(page_of(request, place))


def page_of(request, place):
    """The page that shows these posts, on the day that led here."""
    return page_of_posts(place) + asked_day(request).query


def get_role(slug, roles):
    """``co-chair`` in an address is the role ``co_chair``."""
    found = {role.replace("_", "-"): role for role in roles}
    if slug not in found:
        raise Http404
    return found[slug]


def get_post(request, pk):
    post = get_object_or_404(
        RegionalPost.objects.select_related("person", "region", "province"), pk=pk
    )
    require(can_change_roster(request.user))
    return post
