"""Addresses that exist in demonstration mode only."""

from django.urls import path

from portal.shell.views import demo

urlpatterns = [
    path("sign-in/", demo.sign_in, name="demo-sign-in"),
    path("letters/", demo.letters, name="demo-letters"),
]
