"""The yardstick: a bare Django view, one query of 20 rows, one template, no middleware.

Served by the same gunicorn, from the same database, in the same run as the
portal, so that a page's cost can be said as a multiple of it.
"""

from django.conf import settings

from embedded import addresses

settings.configure(
    SECRET_KEY="bench",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    USE_I18N=False,
    USE_TZ=True,
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            **addresses.database("portal"),
            "CONN_MAX_AGE": 0,
            "OPTIONS": {"pool": {"min_size": 1, "max_size": 6}},
        }
    },
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {
                "loaders": [
                    (
                        "django.template.loaders.cached.Loader",
                        [
                            (
                                "django.template.loaders.locmem.Loader",
                                {
                                    "bare.html": "<!doctype html><title>bare</title><ul>"
                                    "{% for row in rows %}<li>{{ row.code }} {{ row.name }}</li>"
                                    "{% endfor %}</ul>"
                                },
                            )
                        ],
                    )
                ]
            },
        }
    ],
)

import django  # noqa: E402

django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import models  # noqa: E402
from django.shortcuts import render  # noqa: E402
from django.urls import path  # noqa: E402


class Province(models.Model):
    code = models.CharField(max_length=2, primary_key=True)
    name = models.CharField(max_length=60)

    class Meta:
        app_label = "bare"
        managed = False
        db_table = "regions_province"

    def __str__(self):
        return self.name


def bare(request):
    return render(request, "bare.html", {"rows": Province.objects.all()[:20]})


urlpatterns = [path("", bare)]
application = get_wsgi_application()
