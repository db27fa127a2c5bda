"""Progress by issue, among the lists of the monthly reports that tell it."""

from django.urls import include, path

from committees.views.issue_progress import PROGRESS, progress_list, progress_overview

app_name = "progress"

urlpatterns = [
    path("", progress_overview, name="overview"),
    path("log/", progress_list, name="log"),
    path("log/", include(PROGRESS.urls(app_name))),
]
