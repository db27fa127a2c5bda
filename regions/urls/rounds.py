from django.urls import path

from regions.urls import months  # noqa: F401 -- teaches addresses what a month is
from regions.views import rounds

urlpatterns = [
    path(
        "provinces/<slug:code>/<month:month>/",
        rounds.province_submissions,
        name="province-submissions",
    ),
]
