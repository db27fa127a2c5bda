"""Below /reports/: what regions ask of the centre, and what it answers."""

from django.urls import path

from regions.views import requests

urlpatterns = [
    path("requests/", requests.request_list, name="request-list"),
    path("requests/<int:pk>/", requests.request_detail, name="request-detail"),
    path("requests/<int:pk>/answer/", requests.request_answer, name="request-answer"),
    path("requests/<int:pk>/owner/", requests.request_owner, name="request-owner"),
    path("requests/<int:pk>/closure/", requests.request_closure, name="request-closure"),
    path("requests/<int:pk>/reopening/", requests.request_reopening, name="request-reopening"),
]
