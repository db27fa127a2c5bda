"""Below the address of a meeting: its record as it is written, and the screen of the room."""

from django.urls import path

from .views import assignments, writing

urlpatterns = [
    path("screen/", writing.meeting_screen, name="meeting-screen"),
    path("record/", writing.meeting_record, name="meeting-record"),
    path("record/items/new/", writing.item_create, name="item-create"),
    path("record/items/<int:item_pk>/", writing.record_item, name="record-item"),
    path("record/items/<int:item_pk>/noting/", writing.item_noting, name="item-noting"),
    path("record/items/<int:item_pk>/turn/", writing.item_turn, name="item-turn"),
    path(
        "record/items/<int:item_pk>/statements/<int:block_pk>/edit/",
        writing.statement_edit,
        name="statement-edit",
    ),
    path("record/items/<int:item_pk>/<slug:kind>/new/", writing.block_create, name="block-create"),
    path(
        "record/items/<int:item_pk>/<slug:kind>/<int:block_pk>/",
        writing.block_save,
        name="block-save",
    ),
    path(
        "record/items/<int:item_pk>/<slug:kind>/<int:block_pk>/move/",
        writing.block_move,
        name="block-move",
    ),
    path(
        "record/items/<int:item_pk>/<slug:kind>/<int:block_pk>/removal/",
        writing.block_removal,
        name="block-removal",
    ),
    path(
        "record/resolutions/<int:resolution_pk>/assignments/new/",
        assignments.assignment_create,
        name="assignment-create",
    ),
    path(
        "record/resolutions/<int:resolution_pk>/assignments/<int:item_pk>/",
        assignments.assignment_edit,
        name="assignment-edit",
    ),
    path(
        "record/resolutions/<int:resolution_pk>/assignments/<int:item_pk>/removal/",
        assignments.assignment_removal,
        name="assignment-removal",
    ),
]
