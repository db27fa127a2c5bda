from django.urls import path

from committees.views.seats import seat_list

app_name = "committees"

urlpatterns = [
    path("", seat_list, name="seat-list"),
]
