from django.urls import path

from committees.views.bodies import (
    body_closure,
    body_create,
    body_detail,
    body_edit,
    body_list,
)
from committees.views.body_members import body_member_create, body_member_discharge
from committees.views.history import generation_create, history, past_generation_create
from committees.views.issue_progress import issue_progress
from committees.views.issues import issue_deletion, issue_edit, issue_list

urlpatterns = [
    path("bodies/", body_list, name="body-list"),
    path("bodies/new/", body_create, name="body-create"),
    path("bodies/<slug:code>/", body_detail, name="body-detail"),
    path("bodies/<slug:code>/edit/", body_edit, name="body-edit"),
    path("bodies/<slug:code>/closure/", body_closure, name="body-closure"),
    path("bodies/<slug:code>/members/new/", body_member_create, name="body-member-create"),
    path("bodies/members/<int:pk>/discharge/", body_member_discharge, name="body-member-discharge"),
    path("issues/", issue_list, name="issue-list"),
    path("issues/<slug:code>/", issue_edit, name="issue-edit"),
    path("issues/<slug:code>/deletion/", issue_deletion, name="issue-deletion"),
    path("issues/<slug:code>/progress/", issue_progress, name="issue-progress"),
    path("history/", history, name="history"),
    path("history/new/", generation_create, name="generation-create"),
    path("history/past/new/", past_generation_create, name="past-generation-create"),
]
