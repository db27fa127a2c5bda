"""The board of the 67 and one seat: what anybody may read."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from committees.forms.day import seen_day
from committees.forms.roster import RosterForm
from committees.models import Committee
from committees.permissions import can_change_roster, can_invite_person
from committees.queries.board import boards_of_members, roster
from committees.queries.invitations import account_state
from committees.queries.rotation_summary import board_lines
from committees.queries.seat_page import SeatPage, seats_for_page
from committees.queries.told import told_of

from .corrections import corrections_for


@login_not_required
@require_safe
def seat_list(request):
    """The roster of the 67 on a day; of a generation without seats what its document tells."""
    day, form = seen_day(request), RosterForm(request.GET)
    query = form.cleaned_data["q"] if form.is_valid() else ""
    board = roster(on=day.on, boards=boards_of_members(on=day.on), reader=request.user)
    generation = Committee.objects.the_67(on=day.on).first()
    context = {
        "day": day,
        "form": form,
        "roster": board,
        "cloth": board.cloth(),
        "benches": board.matching(query),
        "is_answer": bool(query),
        "generation": generation,
        "may_change": can_change_roster(request.user),
    }
    return render(request, "committees/seat_list.html", context | below(board, generation, day.on))


def below(board, generation, on):
    """Under seats the boards on which their holders sit; without seats what is told of them."""
    if board.seats:
        return {"board_lines": board_lines(on=on)}
    return {"told": told_of(generation, on=on)} if generation and generation.source else {}


@login_not_required
@require_safe
def seat_detail(request, pk):
    day = seen_day(request)
    seat = get_object_or_404(seats_for_page(), pk=pk)
    page = SeatPage(seat, request.user, on=day.on, today=timezone.localdate())
    context = {
        "day": day,
        "seat": seat,
        "page": page,
        "may_change": can_change_roster(request.user),
        "account": account_of(page.open_holding, request.user),
        "corrections": corrections_for(request.user, seat),
    }
    return render(request, "committees/seat_detail.html", context)


def account_of(holding, user):
    """Whether the holder can sign in, for whoever may invite them."""
    if holding is None or not can_invite_person(user):
        return None
    return account_state(holding.person, at=timezone.now())
