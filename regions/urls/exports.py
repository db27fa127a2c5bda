from django.urls import include, path

from regions.views import exports

urlpatterns = [
    path("", include(exports.REPORTS.urls("regions"))),
    path("requests/", include(exports.REQUESTS.urls("regions"))),
    path("extensions/", include(exports.EXTENSIONS.urls("regions"))),
    path("revisions/", include(exports.REVISIONS.urls("regions"))),
    path("observations/", include(exports.OBSERVATIONS.urls("regions"))),
    path("targets/", include(exports.TARGETS.urls("regions"))),
    path(
        "figures/export/metadata.json",
        exports.figure_export_metadata,
        name="figure-export-metadata",
    ),
    path("figures/export/<slug:form>/", exports.figure_export, name="figure-export"),
]
