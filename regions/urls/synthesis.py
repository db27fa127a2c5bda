"""Below /reports/synthesis/: one month of all regions in one text."""

from django.urls import path

from regions.urls import months  # noqa: F401 -- teaches addresses what a month is
from regions.views import syntheses, synthesis_points

urlpatterns = [
    path("", syntheses.synthesis_list, name="synthesis-list"),
    path("<month:month>/", syntheses.synthesis_detail, name="synthesis-detail"),
    path("<month:month>/draft/", syntheses.synthesis_draft, name="synthesis-draft"),
    path("<month:month>/edit/", synthesis_points.synthesis_edit, name="synthesis-edit"),
    path("<month:month>/merge/", synthesis_points.synthesis_merge, name="synthesis-merge"),
    path("<month:month>/publication/", syntheses.synthesis_publish, name="synthesis-publication"),
    path(
        "<month:month>/document.<slug:suffix>",
        syntheses.synthesis_document,
        name="synthesis-document",
    ),
    path(
        "<month:month>/points/<int:pk>/",
        synthesis_points.synthesis_point_edit,
        name="synthesis-point-edit",
    ),
    path(
        "<month:month>/points/<int:pk>/use/",
        synthesis_points.synthesis_point_use,
        name="synthesis-point-use",
    ),
    path(
        "<month:month>/points/<int:pk>/move/",
        synthesis_points.synthesis_point_move,
        name="synthesis-point-move",
    ),
]
