"""Three small pages beside the portal's own, for the tests of kept text."""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.template import RequestContext, Template
from django.urls import path

from portal.kernel.forms import ActionForm
from portal.kernel.kept_text import take_kept_text
from portal.urls import urlpatterns as portal_urls


class NoteForm(ActionForm):
    text = forms.CharField(widget=forms.Textarea)

    def save(self):
        saved.append(self.cleaned_data["text"])


saved = []


def note(request):
    form = NoteForm(request.POST or take_kept_text(request))
    if form.saved():
        return HttpResponse("saved")
    return page(request, form)


def board(request):
    """A page whose two forms post to addresses that answer no GET."""
    return page(request, NoteForm(take_kept_text(request, "/board/left/")))


def page(request, form):
    shown = Template(
        "{% load kept_text %}{% for message in messages %}<p>{{ message }}</p>{% endfor %}"
        "{% csrf_token %}{% kept_text_token %}{{ form.text }}"
    )
    return HttpResponse(shown.render(RequestContext(request, {"form": form})))


def post_only(request, side):
    if request.method != "POST":
        return HttpResponse(status=405)
    form = NoteForm(request.POST)
    return HttpResponse("saved") if form.saved() else page(request, form)


@login_not_required
def public(request):
    return page(request, NoteForm())


urlpatterns = [
    path("note/", note),
    path("board/", board),
    path("board/<side>/", post_only),
    path("public/", public),
    *portal_urls,
]
