from django.urls import path

from committees.views import seat_changes as changes
from committees.views.seats import seat_detail, seat_list

urlpatterns = [
    path("", seat_list, name="seat-list"),
    path("seats/new/", changes.seat_create, name="seat-create"),
    path("seats/<int:pk>/", seat_detail, name="seat-detail"),
    path("seats/<int:pk>/edit/", changes.seat_edit, name="seat-edit"),
    path("seats/<int:pk>/closure/", changes.seat_closure, name="seat-closure"),
    path("seats/<int:pk>/appointment/", changes.seat_appointment, name="seat-appointment"),
    path("seats/<int:pk>/discharge/", changes.seat_discharge, name="seat-discharge"),
    path("seats/<int:pk>/substitution/", changes.seat_substitution, name="seat-substitution"),
    path("substitutions/<int:pk>/end/", changes.substitution_end, name="substitution-end"),
]
