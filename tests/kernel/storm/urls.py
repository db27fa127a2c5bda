"""One page that promises something, as any page of the portal does."""

from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from portal.kernel.outbox import promise


@csrf_exempt
@login_not_required
def save(request, number):
    with transaction.atomic():
        promise("storm.take_effect", f"page:{number}", {"number": number})
    return HttpResponse(status=204)


urlpatterns = [path("<int:number>/", save)]
