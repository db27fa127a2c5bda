from django.urls import path

from portal.shell.views.home import home
from portal.shell.views.search import search
from portal.shell.views.styleguide import styleguide

urlpatterns = [
    path("", home, name="home"),
    path("search/", search, name="search"),
    path("styleguide/", styleguide, name="styleguide"),
]
