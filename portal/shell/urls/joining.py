"""An account begins with an invitation; allauth does the rest."""

from django.urls import path

from portal.shell.views.joining import join

urlpatterns = [path("join/", join, name="join")]
