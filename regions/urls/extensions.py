from django.urls import path

from regions.views import extensions

urlpatterns = [
    path("extensions/", extensions.extension_list, name="extension-list"),
    path("extensions/<int:pk>/", extensions.extension_detail, name="extension-detail"),
    path(
        "extensions/<int:pk>/withdrawal/",
        extensions.extension_withdrawal,
        name="extension-withdrawal",
    ),
    path("<int:pk>/extension/", extensions.extension_create, name="extension-create"),
]
