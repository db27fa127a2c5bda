"""Below /reports/: the form filled in elsewhere, and what became of it."""

from django.urls import path

from regions.views import draft_file, printable, uploads

urlpatterns = [
    path("<int:pk>/form.xlsx", uploads.report_workbook, name="report-workbook"),
    path("<int:pk>/form.pdf", printable.report_paper, name="report-paper"),
    path("<int:pk>/draft.json", draft_file.report_draft, name="report-draft"),
    path("<int:pk>/upload/", uploads.upload_create, name="upload-create"),
    path("<int:pk>/upload/<uuid:token>/", uploads.upload_detail, name="upload-detail"),
]
