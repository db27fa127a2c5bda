"""Includes only: every address belongs to an app."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("portal.shell.urls")),
    path("reports/issues/", include("committees.urls.progress")),
    path("reports/", include("regions.urls.reports")),
    path("places/", include("regions.urls.places")),
    path("committees/", include("committees.urls")),
    path("meetings/", include("meetings.urls")),
    path("register/", include("certification.urls")),
    path("accounts/", include("portal.shell.urls.joining")),
    path("accounts/", include("allauth.account.urls")),
    path("language/", include("portal.shell.urls.language")),
]

if settings.DEMO:
    urlpatterns += [path("demo/", include("portal.shell.urls.demo"))]
