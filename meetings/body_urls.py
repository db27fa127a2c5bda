from django.urls import path

from meetings.views import bodies

urlpatterns = [
    path("new/body/", bodies.meeting_body_choice, name="meeting-body-choice"),
]
