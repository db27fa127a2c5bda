"""The form without a connection: the worker that opens its last copy, and what the page says."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.kernel.device import account_of, key_of

# Tells the worker that an answer is the form, and whose.
FORM_OF = "X-Form-Of"


@require_safe
@login_not_required
def form_worker(request):
    """The same for everybody: it holds nothing, and a browser renews it also when signed out."""
    response = render(request, "regions/form_worker.js", content_type="text/javascript")
    response["Service-Worker-Allowed"] = reverse("regions:report-list")
    response["Cache-Control"] = "no-cache"
    return response


def mirrored(request):
    """For a page of a report one types into: the key to what the device keeps, and its age."""
    return {"device_key": key_of(request.user), "made_at": timezone.now()}


def as_form(request, response):
    """Mark the answer as the form, so that its reader's device may keep this copy."""
    response[FORM_OF] = account_of(request.user)
    return response
