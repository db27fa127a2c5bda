from django.urls import path

from certification.views import organizations

app_name = "certification"

urlpatterns = [
    path("", organizations.organization_list, name="organization-list"),
    path("<int:pk>/", organizations.organization_detail, name="organization-detail"),
    path(
        "in-province/<str:code>/", organizations.province_standing, name="province-standing"
    ),
]
