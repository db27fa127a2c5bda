from django.urls import path

from meetings.views import attended, bodies, cadence, elsewhere

urlpatterns = [
    path("new/body/", bodies.meeting_body_choice, name="meeting-body-choice"),
    path("cadence/", cadence.cadence, name="cadence"),
    path("regions/<slug:code>/attendance/", elsewhere.region_attendance, name="region-attendance"),
    path("people/<int:pk>/attendance/", attended.attendance_rate, name="attendance-rate"),
]
