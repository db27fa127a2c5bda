from django.urls import include, path

from meetings.views import (
    action_items,
    attendance,
    invitations,
    meetings,
    planning,
    replies,
    session,
)

app_name = "meetings"

urlpatterns = [
    path("", meetings.meeting_list, name="meeting-list"),
    path("new/", planning.meeting_create, name="meeting-create"),
    path("", include("meetings.paper_urls")),
    path("", include("meetings.document_urls")),
    path("", include("meetings.carried_urls")),
    path("resolutions/", include("meetings.resolution_urls")),
    path("", include("meetings.calendar_urls")),
    path("", include("meetings.body_urls")),
    path("<int:pk>/claims/", include("meetings.claim_urls")),
    path("<int:pk>/groups/", include("meetings.breakout_urls")),
    path("<int:pk>/minutes/", include("meetings.minutes_urls")),
    path("<int:pk>/summary/", include("meetings.summary_urls")),
    path("<int:pk>/diagrams/", include("meetings.diagram_urls")),
    path("<int:pk>/", include("meetings.record_urls")),
    path("action-items/", action_items.action_item_list, name="action-item-list"),
    path(
        "action-items/<int:pk>/completion/",
        action_items.action_item_completion,
        name="action-item-completion",
    ),
    path("reply/<str:token>/", replies.reply, name="reply"),
    path("<int:pk>/", meetings.meeting_detail, name="meeting-detail"),
    path("<int:pk>/answer/", replies.meeting_answer, name="meeting-answer"),
    path("<int:pk>/plan/", planning.meeting_edit, name="meeting-edit"),
    path("<int:pk>/schedule/", planning.meeting_move, name="meeting-move"),
    path("<int:pk>/postponement/", planning.meeting_postponement, name="meeting-postponement"),
    path("<int:pk>/next/", planning.meeting_next, name="meeting-next"),
    path("<int:pk>/cancellation/", planning.meeting_cancellation, name="meeting-cancellation"),
    path("<int:pk>/invitations/", invitations.meeting_invitations, name="meeting-invitations"),
    path(
        "<int:pk>/invitations/<int:invitation_pk>/call/",
        invitations.invitation_call,
        name="invitation-call",
    ),
    path(
        "<int:pk>/invitations/<int:invitation_pk>/answer/",
        replies.invitation_answer,
        name="invitation-answer",
    ),
    path("<int:pk>/opening/", session.meeting_opening, name="meeting-opening"),
    path("<int:pk>/closure/", session.meeting_closure, name="meeting-closure"),
    path("<int:pk>/reopening/", session.meeting_reopening, name="meeting-reopening"),
    path("<int:pk>/attendance/", attendance.meeting_attendance, name="meeting-attendance"),
    path("<int:pk>/attendance/rest/", attendance.attendance_rest, name="attendance-rest"),
    path("<int:pk>/attendance/guests/", attendance.guest_create, name="guest-create"),
    path(
        "<int:pk>/attendance/guests/<int:row_pk>/removal/",
        attendance.guest_removal,
        name="guest-removal",
    ),
    path(
        "<int:pk>/attendance/rows/<int:row_pk>/departure/",
        attendance.attendance_departure,
        name="attendance-departure",
    ),
    path(
        "<int:pk>/attendance/seats/<int:seat_pk>/",
        attendance.attendance_seat,
        name="attendance-seat",
    ),
    path(
        "<int:pk>/attendance/seats/<int:seat_pk>/tick/",
        attendance.attendance_seat_tick,
        name="attendance-tick",
    ),
    path(
        "<int:pk>/attendance/members/<int:member_pk>/",
        attendance.attendance_member,
        name="attendance-member",
    ),
    path(
        "<int:pk>/attendance/members/<int:member_pk>/tick/",
        attendance.attendance_member_tick,
        name="attendance-member-tick",
    ),
]
