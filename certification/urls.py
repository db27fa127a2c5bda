from django.urls import include, path

from certification.views import exports, organizations, standing

app_name = "certification"

urlpatterns = [
    path("", include(exports.ORGANIZATIONS.urls("certification"))),
    path("", organizations.organization_list, name="organization-list"),
    path("<int:pk>/", organizations.organization_detail, name="organization-detail"),
    path("provinces/<str:code>/", standing.province_standing, name="province-standing"),
    path("regions/<slug:code>/", standing.region_standing, name="region-standing"),
]
