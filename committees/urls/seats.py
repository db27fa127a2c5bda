from django.urls import path

from committees.views.seats import seat_list

urlpatterns = [
    path("", seat_list, name="seat-list"),
]
