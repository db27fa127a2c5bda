from django import forms
from django.http import QueryDict

from portal.kernel.errors import RuleBroken
from portal.kernel.forms import ActionForm
from portal.kernel.kept_text import KeptText


class NoteForm(ActionForm):
    title = forms.CharField()
    due = forms.CharField(required=False)

    def save(self):
        if self.cleaned_data["due"] == "เมื่อวาน":
            raise RuleBroken({"due": "กำหนดเสร็จต้องไม่ก่อนวันประชุม"}, code="past")
        self.done = self.cleaned_data["title"]


def test_a_valid_form_acts_on_text_in_one_spelling():
    form = NoteForm({"title": "เเม่ฮ่องสอน  ครั้งที่ ๒"})

    assert form.saved()
    assert form.done == "แม่ฮ่องสอน ครั้งที่ 2"


def test_a_broken_rule_lands_beside_the_field_it_aims_at():
    form = NoteForm({"title": "จัดทำร่าง", "due": "เมื่อวาน"})

    assert not form.saved()
    assert form.errors == {"due": ["กำหนดเสร็จต้องไม่ก่อนวันประชุม"]}


def test_text_nobody_can_see_is_no_answer():
    form = NoteForm({"title": "\u200b"})

    assert not form.saved()
    assert form.errors == {"title": ["โปรดกรอกช่องนี้"]}


def test_kept_text_is_shown_and_never_saved():
    form = NoteForm(KeptText.of({"title": ["จัดทำร่าง"]}))

    assert not form.saved()
    assert form["title"].value() == "จัดทำร่าง"
    assert not hasattr(form, "done")


class VersionedNoteForm(ActionForm):
    title = forms.CharField()
    version = forms.IntegerField()

    def seen_now(self):
        return {"version": 2}

    def save(self):
        if self.cleaned_data["version"] != 2:
            raise RuleBroken("มีผู้แก้ก่อนท่าน", code="stale")


def test_what_is_refused_as_stale_may_be_sent_again_by_who_has_read_what_stands():
    form = VersionedNoteForm(QueryDict("title=จัดทำร่าง&version=1"))

    assert (form.saved(), form.is_stale) == (False, True)
    assert (form["title"].value(), form["version"].value()) == ("จัดทำร่าง", 2)
    assert VersionedNoteForm(form.data).saved()


def test_a_form_that_nobody_sent_is_never_stale():
    assert not VersionedNoteForm().is_stale
