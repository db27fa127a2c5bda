from django.urls import path

from committees.views import invitations

urlpatterns = [
    path(
        "people/<int:pk>/invitation/",
        invitations.person_invitation,
        name="person-invitation",
    ),
    path(
        "people/<int:pk>/invitation/letter/",
        invitations.person_invitation_letter,
        name="person-invitation-letter",
    ),
    path(
        "people/<int:pk>/invitation/withdrawal/",
        invitations.person_invitation_withdrawal,
        name="person-invitation-withdrawal",
    ),
]
