from django.urls import path

from committees.views import delegations

urlpatterns = [
    path("delegations/", delegations.delegation_list, name="delegation-list"),
    path("delegations/new/", delegations.delegation_create, name="delegation-create"),
    path("delegations/<int:pk>/", delegations.delegation_detail, name="delegation-detail"),
    path("delegations/<int:pk>/edit/", delegations.delegation_edit, name="delegation-edit"),
    path(
        "delegations/<int:pk>/closure/", delegations.delegation_closure, name="delegation-closure"
    ),
    path(
        "delegations/<int:pk>/<slug:place>/new/",
        delegations.delegate_create,
        name="delegate-create",
    ),
    path(
        "delegations/<int:pk>/delegates/<int:delegate>/discharge/",
        delegations.delegate_discharge,
        name="delegate-discharge",
    ),
]
