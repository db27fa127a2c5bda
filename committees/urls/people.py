from django.urls import path

from committees.views.exports import person_export, person_export_metadata, sign_in_sheet
from committees.views.people import person_detail, person_list
from committees.views.registering import (
    person_consent,
    person_consent_withdrawal,
    person_contacts,
    person_create,
    person_deletion,
    person_edit,
)

urlpatterns = [
    path("people/", person_list, name="person-list"),
    path("people/new/", person_create, name="person-create"),
    path("people/export/metadata.json", person_export_metadata, name="person-export-metadata"),
    path("people/export/<slug:form>/", person_export, name="person-export"),
    path("people/<int:pk>/", person_detail, name="person-detail"),
    path("people/<int:pk>/edit/", person_edit, name="person-edit"),
    path("people/<int:pk>/contacts/", person_contacts, name="person-contacts"),
    path("people/<int:pk>/deletion/", person_deletion, name="person-deletion"),
    path("people/<int:pk>/consents/<slug:contact>/", person_consent, name="person-consent"),
    path(
        "people/<int:pk>/consents/<slug:contact>/withdrawal/",
        person_consent_withdrawal,
        name="person-consent-withdrawal",
    ),
    path("sign-in-sheet/", sign_in_sheet, name="sign-in-sheet"),
]
