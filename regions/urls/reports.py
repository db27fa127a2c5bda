"""/reports/: a region's monthly reports, their review, and the lists behind the figures."""

from django.urls import include, path

from regions.urls import (
    exports,
    extensions,
    observations,
    reminders,
    requests,
    review,
    revisions,
    rounds,
    sections,
    synthesis,
    targets,
    uploads,
)
from regions.views import figures, offline, rates, report_list, reports, submission

app_name = "regions"
urlpatterns = [
    *exports.urlpatterns,
    *extensions.urlpatterns,
    *observations.urlpatterns,
    *reminders.urlpatterns,
    *requests.urlpatterns,
    *review.urlpatterns,
    *revisions.urlpatterns,
    *rounds.urlpatterns,
    *sections.urlpatterns,
    *targets.urlpatterns,
    *uploads.urlpatterns,
    path("synthesis/", include(synthesis.urlpatterns)),
    path("", report_list.report_list, name="report-list"),
    path("worker.js", offline.form_worker, name="form-worker"),
    path("<int:pk>/", reports.report_detail, name="report-detail"),
    path("<int:pk>/submission/", submission.report_submission, name="report-submission"),
    path("<int:pk>/withdrawal/", submission.report_withdrawal, name="report-withdrawal"),
    path("figures/", figures.figure_list, name="figure-list"),
    path("figures/<slug:key>/<month:month>/", figures.figure_detail, name="figure-detail"),
    path("rates/<slug:name>/<month:month>/", rates.rate_detail, name="rate-detail"),
]
