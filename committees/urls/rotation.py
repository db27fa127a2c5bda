from django.urls import path

from committees.views.rotation import rotation

urlpatterns = [
    path("rotation/", rotation, name="rotation"),
]
