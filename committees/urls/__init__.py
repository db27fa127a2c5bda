from . import (
    bodies,
    corrections,
    delegations,
    findings,
    imports,
    invitations,
    orders,
    people,
    posts,
    rotation,
    seats,
)

app_name = "committees"

urlpatterns = [
    *seats.urlpatterns,
    *orders.urlpatterns,
    *posts.urlpatterns,
    *findings.urlpatterns,
    *bodies.urlpatterns,
    *rotation.urlpatterns,
    *people.urlpatterns,
    *invitations.urlpatterns,
    *imports.urlpatterns,
    *delegations.urlpatterns,
    *corrections.urlpatterns,
]
