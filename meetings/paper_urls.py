from django.urls import path

from meetings.views import papers

urlpatterns = [
    path("papers/<int:pk>/", papers.paper_download, name="paper-download"),
    path("<int:pk>/papers/new/", papers.paper_create, name="paper-create"),
    path("<int:pk>/papers/<int:paper_pk>/", papers.paper_detail, name="paper-detail"),
    path(
        "<int:pk>/papers/<int:paper_pk>/versions/new/",
        papers.paper_version_create,
        name="paper-version-create",
    ),
    path("<int:pk>/papers/<int:paper_pk>/title/", papers.paper_edit, name="paper-edit"),
    path("<int:pk>/papers/<int:paper_pk>/place/", papers.paper_move, name="paper-move"),
    path("<int:pk>/papers/<int:paper_pk>/removal/", papers.paper_removal, name="paper-removal"),
]
