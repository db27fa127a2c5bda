from django.urls import path

from regions.views import exports

urlpatterns = [
    path("export/metadata.json", exports.report_export_metadata, name="report-export-metadata"),
    path("export/<slug:form>/", exports.report_export, name="report-export"),
    path(
        "figures/export/metadata.json",
        exports.figure_export_metadata,
        name="figure-export-metadata",
    ),
    path("figures/export/<slug:form>/", exports.figure_export, name="figure-export"),
]
