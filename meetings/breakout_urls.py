"""Below the address of a meeting: its breakout groups and what was made of their work."""

from django.urls import path

from .views import breakout as views

urlpatterns = [
    path("", views.breakout, name="breakout"),
    path("new/", views.breakout_create, name="breakout-create"),
    path("sittings/<int:sitting_pk>/", views.breakout_count, name="breakout-count"),
    path(
        "sittings/<int:sitting_pk>/topics/new/",
        views.breakout_topic_create,
        name="breakout-topic-create",
    ),
    path("<int:group_pk>/", views.breakout_sheet, name="breakout-sheet"),
    path("<int:group_pk>/edit/", views.breakout_group_edit, name="breakout-group-edit"),
    path("bullets/<int:bullet_pk>/", views.bullet_edit, name="bullet-edit"),
    path("bullets/<int:bullet_pk>/removal/", views.bullet_removal, name="bullet-removal"),
    path("topics/<int:topic_pk>/", views.breakout_synthesis, name="breakout-synthesis"),
    path("topics/<int:topic_pk>/edit/", views.breakout_topic_edit, name="breakout-topic-edit"),
    path("points/<int:point_pk>/", views.point_edit, name="point-edit"),
    path("points/<int:point_pk>/removal/", views.point_removal, name="point-removal"),
    path("points/<int:point_pk>/move/", views.point_move, name="point-move"),
]
