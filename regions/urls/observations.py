"""Below /reports/: what the movement says to accepted reports."""

from django.urls import path

from regions.views import observations

urlpatterns = [
    path("observations/", observations.observation_list, name="observation-list"),
    path(
        "observations/<int:pk>/answer/", observations.observation_answer, name="observation-answer"
    ),
    path("<int:pk>/observations/", observations.observation_create, name="observation-create"),
]
