"""Below /reports/targets/: what a region and the centre want to reach together."""

from django.urls import path

from regions.views import targets

urlpatterns = [
    path("targets/", targets.target_list, name="target-list"),
    path("targets/<slug:code>/<slug:key>/<int:year>/", targets.target_detail, name="target-detail"),
    path("targets/<int:pk>/answer/", targets.target_answer, name="target-answer"),
    path("targets/<int:pk>/withdrawal/", targets.target_withdrawal, name="target-withdrawal"),
]
