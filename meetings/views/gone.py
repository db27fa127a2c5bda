"""What was taken off while somebody wrote in it: nothing that was typed is dropped."""

from functools import wraps

from django.http import Http404
from django.shortcuts import render

from portal.kernel.kept_text import FIELD

NOT_TYPED = {"csrfmiddlewaretoken", FIELD, "version", "seen", "shape", "column", "leave_out"}


def keeps_typed(view):
    """Where what was written in is not found any more, the text stands to be copied."""

    @wraps(view)
    def asked(request, pk, **named):
        try:
            return view(request, pk, **named)
        except Http404:
            texts = texts_of(request.POST)
            if not texts:
                raise
            return render(request, "meetings/gone.html", {"pk": pk, "texts": texts}, status=404)

    return asked


def texts_of(sent):
    typed = (text.strip() for name, text in sent.items() if not is_hidden(name))
    return [text for text in typed if text]


def is_hidden(name):
    return name in NOT_TYPED or name.endswith("_FORMS")
