"""/reports/: a region's monthly reports, their review, and the lists behind the figures."""

from django.urls import path, register_converter

from regions.urls.months import MonthConverter
from regions.views import figures, reports, review, submission

register_converter(MonthConverter, "month")

app_name = "regions"
urlpatterns = [
    path("", reports.report_list, name="report-list"),
    path("<int:pk>/", reports.report_detail, name="report-detail"),
    path("<int:pk>/sections/<slug:key>/", reports.report_section, name="report-section"),
    path("<int:pk>/submission/", submission.report_submission, name="report-submission"),
    path("<int:pk>/withdrawal/", submission.report_withdrawal, name="report-withdrawal"),
    path("<int:pk>/review/", review.report_review, name="report-review"),
    path("figures/<slug:key>/<month:month>/", figures.figure_detail, name="figure-detail"),
]
