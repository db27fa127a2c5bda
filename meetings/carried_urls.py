from django.urls import path

from meetings.views import carried, carried_requests

urlpatterns = [
    path(f"<int:pk>/carried/<int:item_pk>/{address}/", view, name=name)
    for address, view, name in [
        ("removal", carried.carried_removal, "carried-removal"),
        ("return", carried.carried_return, "carried-return"),
        ("outcome", carried.carried_outcome, "carried-outcome"),
        ("change", carried.carried_change, "carried-change"),
        ("withdrawal", carried.carried_withdrawal, "carried-withdrawal"),
    ]
] + [
    path(
        "<int:pk>/requests/<int:request_pk>/removal/",
        carried_requests.carried_request_removal,
        name="carried-request-removal",
    ),
    path(
        "<int:pk>/requests/<int:request_pk>/return/",
        carried_requests.carried_request_return,
        name="carried-request-return",
    ),
]
