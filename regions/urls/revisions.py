from django.urls import path

from regions.views import contacts, revisions

urlpatterns = [
    path("revisions/", revisions.revision_list, name="revision-list"),
    path("revisions/<int:pk>/", revisions.revision_detail, name="revision-detail"),
    path(
        "revisions/<int:pk>/withdrawal/", revisions.revision_withdrawal, name="revision-withdrawal"
    ),
    path("<int:pk>/revision/", revisions.revision_create, name="revision-create"),
    path("<int:pk>/contact/", contacts.report_contact, name="report-contact"),
]
