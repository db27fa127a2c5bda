from django.urls import path

from meetings.views import corrections, minutes, minutes_versions

urlpatterns = [
    path("", minutes.minutes, name="minutes"),
    path("new/", minutes.minutes_create, name="minutes-create"),
    path("writers/", minutes.minutes_edit, name="minutes-edit"),
    path("check/", minutes.minutes_check, name="minutes-check"),
    path("circulation/", minutes.minutes_circulation, name="minutes-circulation"),
    path("proposal/", minutes.minutes_proposal, name="minutes-proposal"),
    path("return/", minutes.minutes_return, name="minutes-return"),
    path("adoption/", minutes.minutes_adoption, name="minutes-adoption"),
    path("versions/", minutes_versions.minutes_versions, name="minutes-versions"),
    path("versions/new/", minutes.minutes_version_create, name="minutes-version-create"),
    path("versions/<int:number>/", minutes_versions.minutes_version, name="minutes-version"),
    path("comparison/", minutes_versions.minutes_comparison, name="minutes-comparison"),
    path("corrections/new/", corrections.correction_create, name="correction-create"),
    path(
        "corrections/<int:request_pk>/settlement/",
        corrections.correction_settlement,
        name="correction-settlement",
    ),
    path("errata/new/", corrections.erratum_create, name="erratum-create"),
]
