from django.urls import path

from regions.views import places

app_name = "places"

urlpatterns = [
    path("", places.region_list, name="region-list"),
    path("regions/<slug:code>/", places.region_detail, name="region-detail"),
    path("<str:code>/", places.province_detail, name="province-detail"),
]
