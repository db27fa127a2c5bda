"""Below the address of a meeting: the diagrams of its agenda items."""

from django.urls import path

from .views import diagrams as views

urlpatterns = [
    path("new/", views.diagram_create, name="diagram-create"),
    path("<int:diagram_pk>/", views.diagram_edit, name="diagram-edit"),
    path("<int:diagram_pk>/removal/", views.diagram_removal, name="diagram-removal"),
]
