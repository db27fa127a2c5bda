from django.urls import path

from meetings.views import summaries

urlpatterns = [
    path("", summaries.meeting_summary, name="meeting-summary"),
    path("text/", summaries.summary_edit, name="summary-edit"),
    path("check/", summaries.summary_check, name="summary-check"),
    path("publication/", summaries.summary_publication, name="summary-publication"),
    path("withdrawal/", summaries.summary_withdrawal, name="summary-withdrawal"),
]
