from django.urls import path

from meetings.views import resolutions

urlpatterns = [
    path("", resolutions.resolution_list, name="resolution-list"),
    path("<int:pk>/", resolutions.resolution_detail, name="resolution-detail"),
    path(
        "<int:pk>/changes/new/",
        resolutions.resolution_change_create,
        name="resolution-change-create",
    ),
    path(
        "<int:pk>/changes/<int:change_pk>/removal/",
        resolutions.resolution_change_removal,
        name="resolution-change-removal",
    ),
]
