from django.urls import path

from committees.views.findings import finding_list

urlpatterns = [
    path("findings/", finding_list, name="finding-list"),
]
