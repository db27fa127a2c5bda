"""Word templates of the secretariat: ours to take, theirs to put in place and to take back."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from meetings.actions.documents import retire_word_template
from meetings.documents.files import make
from meetings.documents.samples import sample
from meetings.documents.word_templates import ours
from meetings.field_guide import fields_of
from meetings.forms.documents import WordTemplateForm
from meetings.models import WordTemplate
from meetings.permissions import can_replace_word_templates
from meetings.queries.documents import template_in_use, templates_in_use
from portal.kernel.files import DOCX, download, file_name
from portal.kernel.http import announce, asks, require

from .documents import attached

Kind = WordTemplate.Kind
LIST = "meetings:word-template-list"


@require_safe
def word_template_list(request):
    require(can_replace_word_templates(request.user))
    own = templates_in_use()
    rows = [(kind, own.get(kind.value)) for kind in Kind]
    return render(request, "meetings/word_template_list.html", {"rows": rows})


@asks
def word_template_edit(request, kind):
    kind = asked(request, kind)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = WordTemplateForm(*sent, kind=kind.value, by=request.user)
    if form.saved():
        messages.success(request, _("ใช้แม่แบบนี้แล้ว เอกสารที่สร้างตั้งแต่นี้ไปจะเป็นตามแม่แบบใหม่"))
        return redirect(LIST)
    own = template_in_use(kind.value)
    context = {"form": form, "kind": kind, "own": own, "fields": fields_of(kind.value)}
    return render(request, "meetings/word_template_form.html", context)


@require_safe
def word_template_ours(request, kind):
    """Ours as it is filled, or with ``?filled=1`` as it looks with made-up data."""
    kind = asked(request, kind)
    content = make(sample(kind.value), "docx").content if "filled" in request.GET else ours(kind)
    return attached(content, file_name(f"{kind.label}.docx", DOCX), DOCX.content_type)


@require_safe
def word_template_own(request, kind):
    template = template_in_use(asked(request, kind).value)
    if template is None:
        raise Http404
    return download(request, template.file, template.file_name)


@require_POST
def word_template_retirement(request, kind):
    template = template_in_use(asked(request, kind).value)
    if template is None:
        raise Http404
    with announce(request, _("กลับไปใช้แม่แบบของระบบแล้ว")):
        retire_word_template(template, by=request.user)
    return redirect(LIST)


def asked(request, kind):
    require(can_replace_word_templates(request.user))
    if kind not in Kind.values:
        raise Http404
    return Kind(kind)
