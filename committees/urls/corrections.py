from django.urls import path

from committees.views import corrections

ENTRY = "entries/<slug:kind>/<int:pk>"

urlpatterns = [
    path(f"{ENTRY}/correction/", corrections.entry_correction, name="entry-correction"),
    path(f"{ENTRY}/reinstatement/", corrections.entry_reinstatement, name="entry-reinstatement"),
    path(f"{ENTRY}/striking/", corrections.entry_striking, name="entry-striking"),
]
