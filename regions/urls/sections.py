"""Below /reports/: the sections of one report, their files, and who fills them in."""

from django.urls import path

from regions.views import attachments, handing, sections

urlpatterns = [
    path("<int:pk>/sections/<slug:key>/", sections.report_section, name="report-section"),
    path(
        "<int:pk>/sections/<slug:key>/attachments/",
        attachments.section_attachments,
        name="section-attachments",
    ),
    path("<int:pk>/colleagues/", handing.report_colleagues, name="report-colleagues"),
    path("attachments/<uuid:token>/", attachments.attachment_file, name="attachment-file"),
    path("attachments/<uuid:token>/small/", attachments.attachment_small, name="attachment-small"),
    path(
        "attachments/<uuid:token>/removal/",
        attachments.attachment_removal,
        name="attachment-removal",
    ),
]
