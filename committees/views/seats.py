from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from committees.forms.roster import RosterForm
from committees.queries import roster


@require_safe
def seat_list(request):
    """The roster of the 67; what the form cannot read is said beside the field and left out."""
    form = RosterForm(request.GET or None)
    form.is_valid()
    asked = getattr(form, "cleaned_data", {})
    query = asked.get("q") or ""
    board = roster(on=asked.get("on") or timezone.localdate())
    context = {
        "form": form,
        "roster": board,
        "cloth": board.cloth(),
        "benches": board.matching(query),
        "is_answer": bool(query),
    }
    return render(request, "committees/seat_list.html", context)
