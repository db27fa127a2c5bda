from django.urls import path

from portal.shell.views.home import home
from portal.shell.views.places import province_situation, region_situation
from portal.shell.views.promises import promise_list, promise_replay
from portal.shell.views.search import search
from portal.shell.views.styleguide import styleguide

urlpatterns = [
    path("", home, name="home"),
    path("situation/regions/<slug:code>/", region_situation, name="region-situation"),
    path("situation/provinces/<str:code>/", province_situation, name="province-situation"),
    path("search/", search, name="search"),
    path("promises/", promise_list, name="promise-list"),
    path("promises/<int:pk>/replay/", promise_replay, name="promise-replay"),
    path("styleguide/", styleguide, name="styleguide"),
]
