"""Below the address of a meeting: who was there and is not on the roll."""

from django.urls import path

from .views import claims

urlpatterns = [
    path("new/", claims.claim_create, name="claim-create"),
    path("<int:claim_pk>/confirmation/", claims.claim_confirmation, name="claim-confirmation"),
    path("<int:claim_pk>/refusal/", claims.claim_refusal, name="claim-refusal"),
]
