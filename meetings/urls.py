from django.urls import path

from meetings.views import action_items, invitations, meetings, planning

app_name = "meetings"

urlpatterns = [
    path("", meetings.meeting_list, name="meeting-list"),
    path("new/", planning.meeting_create, name="meeting-create"),
    path("action-items/", action_items.action_item_list, name="action-item-list"),
    path(
        "action-items/<int:pk>/completion/",
        action_items.action_item_completion,
        name="action-item-completion",
    ),
    path("<int:pk>/", meetings.meeting_detail, name="meeting-detail"),
    path("<int:pk>/summary/", meetings.meeting_summary, name="meeting-summary"),
    path("<int:pk>/plan/", planning.meeting_edit, name="meeting-edit"),
    path("<int:pk>/schedule/", planning.meeting_move, name="meeting-move"),
    path("<int:pk>/cancellation/", planning.meeting_cancellation, name="meeting-cancellation"),
    path("<int:pk>/invitations/", invitations.meeting_invitations, name="meeting-invitations"),
    path(
        "<int:pk>/invitations/<int:invitation_pk>/call/",
        invitations.invitation_call,
        name="invitation-call",
    ),
]
