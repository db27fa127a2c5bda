from django.urls import path

from meetings.views import documents, letterheads, word_templates

urlpatterns = [
    path("<int:pk>/documents/", documents.document_list, name="document-list"),
    path(
        "<int:pk>/documents/<slug:kind>.<str:suffix>",
        documents.document_file,
        name="document-file",
    ),
    path(
        "<int:pk>/documents/resolutions/<int:number>.<str:suffix>",
        documents.document_extract,
        name="document-extract",
    ),
    path(
        "<int:pk>/documents/invitations/<int:invitation_pk>.<str:suffix>",
        documents.document_letter,
        name="document-letter",
    ),
    path("<int:pk>/letterhead/", letterheads.letterhead_edit, name="letterhead-edit"),
    path("<int:pk>/letter-number/", letterheads.letter_number, name="letter-number"),
    path("word-templates/", word_templates.word_template_list, name="word-template-list"),
    path(
        "word-templates/<slug:kind>/", word_templates.word_template_edit, name="word-template-edit"
    ),
    path(
        "word-templates/<slug:kind>/ours.docx",
        word_templates.word_template_ours,
        name="word-template-ours",
    ),
    path(
        "word-templates/<slug:kind>/own.docx",
        word_templates.word_template_own,
        name="word-template-own",
    ),
    path(
        "word-templates/<slug:kind>/retirement/",
        word_templates.word_template_retirement,
        name="word-template-retirement",
    ),
]
