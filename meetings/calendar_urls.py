from django.urls import path

from meetings.views import calendars

urlpatterns = [
    path("calendar/", calendars.calendar, name="calendar"),
    path("calendar/address/", calendars.calendar_address, name="calendar-address"),
    path("calendar/revocation/", calendars.calendar_revocation, name="calendar-revocation"),
    path("calendar/<str:token>.ics", calendars.calendar_feed, name="calendar-feed"),
    path("<int:pk>/calendar.ics", calendars.meeting_calendar, name="meeting-calendar"),
]
