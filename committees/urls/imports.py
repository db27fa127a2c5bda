from django.urls import path

from committees.views import imports

urlpatterns = [
    path("import/", imports.import_create, name="import-create"),
    path("import/template/", imports.import_template, name="import-template"),
    path("import/<uuid:token>/", imports.import_detail, name="import-detail"),
    path("import/<uuid:token>/discard/", imports.import_discard, name="import-discard"),
]
