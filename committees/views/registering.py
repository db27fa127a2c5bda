"""Write people down, correct and take out; keep contacts and what may be published."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from committees.actions.people import delete_person, give_consent, withdraw_consent
from committees.forms.people import ContactsForm, NewPersonForm, PersonForm
from committees.permissions import can_change_contacts, can_change_roster
from committees.queries.contacts import RESTRICTED
from committees.queries.people import people_visible_to, ties_of
from portal.kernel.errors import RuleBroken, beside_others
from portal.kernel.http import announce, asked_next, asks, require, with_answer
from portal.kernel.kept_text import typed


@asks
def person_create(request):
    require(can_change_roster(request.user))
    form = NewPersonForm(typed(request), by=request.user)
    back = asked_next(request)
    if form.saved():
        messages.success(request, _("เพิ่ม %(name)s แล้ว") % {"name": form.person.full_name})
        if back:
            return redirect(with_answer(back, person=form.person.pk))
        return redirect("committees:person-detail", form.person.pk)
    context = {"form": form, "back": back, "alike": with_ways(form.alike, back)}
    return render(request, "committees/person_create.html", context)


def with_ways(alike, back):
    """Who is already there, what they hold, and the way back with them to the page that asked."""
    return [
        (person, held, with_answer(back, person=person.pk) if back else "")
        for person, held in alike
    ]


@asks
def person_edit(request, pk):
    person = get_known(request, pk)
    require(can_change_roster(request.user))
    form = PersonForm(typed(request), person=person, by=request.user)
    if form.saved():
        messages.success(request, _("แก้ไขชื่อแล้ว"))
        return redirect("committees:person-detail", pk)
    return answer(request, "committees/person_edit.html", form)


@asks
def person_contacts(request, pk):
    person = get_known(request, pk)
    require(can_change_contacts(request.user, person))
    form = ContactsForm(typed(request), person=person, by=request.user)
    if form.saved():
        messages.success(request, _("บันทึกช่องทางติดต่อแล้ว"))
        return redirect("committees:person-detail", pk)
    return answer(request, "committees/person_contacts.html", form)


@asks
def person_deletion(request, pk):
    person = get_known(request, pk)
    require(can_change_roster(request.user))
    if request.method == "POST":
        return deleted(request, person)
    context = {"person": person, "ties": ties_of(person)}
    return render(request, "committees/person_deletion.html", context)


def deleted(request, person):
    try:
        with beside_others():
            delete_person(person, by=request.user)
    except RuleBroken as refusal:
        messages.error(request, refusal.message)
        return redirect("committees:person-deletion", person.pk)
    messages.success(request, _("ลบ %(name)s ออกจากทะเบียนแล้ว") % {"name": person.full_name})
    return redirect("committees:person-list")


@require_POST
def person_consent(request, pk, contact):
    person = get_changeable(request, pk, contact)
    with announce(request, _("บันทึกความยินยอมให้เผยแพร่แล้ว")):
        give_consent(person, contact, by=request.user)
    return redirect("committees:person-detail", pk)


@require_POST
def person_consent_withdrawal(request, pk, contact):
    person = get_changeable(request, pk, contact)
    with announce(request, _("ถอนความยินยอมแล้ว ข้อมูลนี้ไม่เผยแพร่ตั้งแต่บัดนี้")):
        withdraw_consent(person, contact, by=request.user)
    return redirect("committees:person-detail", pk)


def get_known(request, pk):
    return get_object_or_404(people_visible_to(request.user, on=timezone.localdate()), pk=pk)


def get_changeable(request, pk, contact):
    if contact not in RESTRICTED:
        raise Http404
    person = get_known(request, pk)
    require(can_change_contacts(request.user, person))
    return person


def answer(request, template, form):
    """The form again; told as a conflict where somebody else saved meanwhile."""
    context = {"form": form, "person": form.person}
    return render(request, template, context, status=409 if form.is_stale else 200)
