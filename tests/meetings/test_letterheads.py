"""Who sends the letters of a body, and which number a letter has."""

import pytest
from django.urls import reverse

from meetings.actions.documents import number_letter, write_letterhead
from meetings.letters import invitation_letter
from meetings.models import Letterhead, Meeting
from portal.kernel.errors import RuleBroken
from portal.kernel.models import Activity
from tests.factories.committees import make_regional_body
from tests.factories.documents import make_letterhead, words_of
from tests.factories.meetings import TODAY, called, planned

WORDS = {
    "agency": "พอช.", "address": "912 นวมินทร์\nกรุงเทพฯ", "signatory": "นางลงนาม ใจดี",
    "signatory_position": "ผู้อำนวยการ", "unit": "กองเลขานุการ", "phone": "",
}  # fmt: skip


@pytest.fixture
def meeting(committee, board, secretary):
    return called(committee, secretary)


def address(meeting, name="letterhead-edit"):
    return reverse(f"meetings:{name}", args=[meeting.pk])


def sent(page, **changes):
    return {**WORDS, "seen": page.context["form"]["seen"].value(), **changes}


def test_it_is_written_once_and_stands_on_the_page(desk, meeting, committee):
    page = desk.get(address(meeting))
    answer = desk.post(address(meeting), sent(page))

    assert answer.url == reverse("meetings:document-list", args=[meeting.pk])
    letterhead = Letterhead.objects.get(committee=committee)
    assert {name: getattr(letterhead, name) for name in WORDS} == WORDS
    assert "นางลงนาม ใจดี" in desk.get(answer.url).content.decode()
    assert Activity.objects.about(committee).get().verb == "letterhead.written"


def test_what_somebody_wrote_meanwhile_is_shown_and_stands_until_it_is_meant(
    desk, meeting, committee
):
    make_letterhead(committee)
    page = desk.get(address(meeting))
    Letterhead.objects.update(phone="02 999 9999")

    again = desk.post(address(meeting), sent(page, phone="02 111 1111"))
    assert "มีผู้อื่นแก้ไปแล้ว" in again.content.decode()
    assert "02 999 9999" in again.content.decode()
    assert again.context["form"]["phone"].value() == "02 111 1111"
    assert Letterhead.objects.get().phone == "02 999 9999"

    desk.post(address(meeting), sent(again, phone="02 111 1111"))
    assert Letterhead.objects.get().phone == "02 111 1111"


def test_two_who_write_the_first_one_at_once_do_not_overwrite_each_other(committee, secretary):
    write_letterhead(committee, WORDS, seen={}, by=secretary)

    with pytest.raises(RuleBroken) as refusal:
        write_letterhead(committee, {**WORDS, "phone": "02"}, seen={}, by=secretary)
    assert refusal.value.code == "stale"


@pytest.mark.parametrize("seen", ["", "no json", "[1, 2]", "{}", "9" * 5000])
def test_a_hidden_field_that_was_played_with_overwrites_nothing(desk, meeting, committee, seen):
    make_letterhead(committee)
    answer = desk.post(address(meeting), {**WORDS, "seen": seen})

    assert answer.status_code == 200
    assert Letterhead.objects.get().agency == "สถาบันพัฒนาองค์กรชุมชน"


def test_another_body_begins_with_what_the_last_one_of_its_kind_has(
    desk, committee, former_committee, secretary
):
    make_letterhead(former_committee, agency="พอช. เดิม")
    page = desk.get(address(planned(committee, secretary)))

    assert page.context["form"]["agency"].value() == "พอช. เดิม"
    assert not Letterhead.objects.filter(committee=committee).exists()


@pytest.mark.parametrize(
    "changes", [{"agency": ""}, {"agency": "ก" * 201}, {"address": "ก" * 401}, {"phone": "0" * 61}]
)
def test_a_letterhead_that_is_incomplete_or_too_long_is_not_written(desk, meeting, changes):
    page = desk.post(address(meeting), {**WORDS, **changes})

    assert set(page.context["form"].errors) == set(changes)
    assert not Letterhead.objects.exists()


def test_a_nul_is_refused_in_words(desk, meeting):
    page = desk.post(address(meeting), {**WORDS, "agency": "ก\x00ข"})

    assert page.status_code == 200
    assert "agency" in page.context["form"].errors


# -- The number of a letter --------------------------------------------------------


def test_a_letter_gets_its_number_after_the_call(desk, meeting):
    page = desk.get(address(meeting, "letter-number"))
    seen = page.context["form"]["seen"].value() or ""
    answer = desk.post(address(meeting, "letter-number"), {"number": "พอช. 0107/๙", "seen": seen})

    assert answer.url == reverse("meetings:document-list", args=[meeting.pk])
    assert Meeting.objects.get(pk=meeting.pk).letter_number == "พอช. 0107/9"
    verbs = [said.verb for said in Activity.objects.about(meeting).order_by("pk")]
    assert verbs[-1] == "meeting.letter_numbered"


def test_a_number_given_meanwhile_is_shown_and_stands_until_it_is_meant(desk, meeting, secretary):
    number_letter(meeting, "1/2569", seen="", by=secretary)

    again = desk.post(address(meeting, "letter-number"), {"number": "2/2569", "seen": ""})
    assert "<b>1/2569</b>" in again.content.decode()
    assert Meeting.objects.get(pk=meeting.pk).letter_number == "1/2569"

    desk.post(
        address(meeting, "letter-number"),
        {"number": "2/2569", "seen": again.context["form"]["seen"].value()},
    )
    assert Meeting.objects.get(pk=meeting.pk).letter_number == "2/2569"


EARLIER = "หนังสือ พอช. ที่ 0107/99 ลงวันที่ 1 มิถุนายน 2569"


def test_a_letter_says_which_one_it_follows(desk, meeting, board):
    make_letterhead(meeting.committee)
    letter = reverse("meetings:document-file", args=[meeting.pk, "invitations", "docx"])
    assert "อ้างถึง" not in words_of(desk.get(letter).content)

    desk.post(address(meeting, "letter-number"), {"number": "", "reference": EARLIER, "seen": ""})

    words = words_of(desk.get(letter).content)
    assert words.count(f"อ้างถึง {EARLIER}") == len(board)
    assert words.index("เรียน ") < words.index("อ้างถึง ") < words.index("สิ่งที่ส่งมาด้วย")
    page = desk.get(reverse("meetings:document-list", args=[meeting.pk])).text
    assert f"อ้างถึง: {EARLIER}" in page


def test_the_mail_says_it_too(meeting, secretary):
    number_letter(meeting, "พอช. 0107/100", EARLIER, seen="", by=secretary)
    invitation = meeting.invitations.first()

    letter = invitation_letter(meeting, invitation, by=secretary, on=TODAY)
    assert f"เรียน  {invitation.person.full_name}\nอ้างถึง  {EARLIER}\n" in letter.body


def test_a_reference_given_meanwhile_is_shown_and_stands_until_it_is_meant(
    desk, meeting, secretary
):
    number_letter(meeting, "1/2569", EARLIER, seen="", by=secretary)

    again = desk.post(address(meeting, "letter-number"), {"number": "1/2569", "seen": "1/2569"})
    assert f"<b>1/2569 อ้างถึง {EARLIER}</b>" in again.text
    assert Meeting.objects.get(pk=meeting.pk).letter_reference == EARLIER


# -- Rights ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "of_the_67", "of_the_north"),
    [
        ("secretary", 200, 200), ("auditor", 403, 403), ("coordinator", 403, 200),
        ("officer", 403, 200), ("manager", 403, 403), ("another region's coordinator", 403, 403),
        ("member", 403, 403), ("former secretary", 403, 403), ("stranger", 302, 302),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["letterhead-edit", "letter-number"])
def test_who_writes_letters_of_which_body(
    client, cast, committee, north, part, of_the_67, of_the_north, name
):
    ours = called_of(committee, cast)
    theirs = called_of(make_regional_body(north), cast)
    if part != "stranger":
        client.force_login(cast[part])

    assert client.get(address(ours, name)).status_code == of_the_67
    assert client.get(address(theirs, name)).status_code == of_the_north


def called_of(body, cast):
    meeting = planned(body, cast["secretary"])
    Meeting.objects.filter(pk=meeting.pk).update(
        state="called", number=1, called_at=meeting.begins_at, called_by=cast["secretary"]
    )
    return meeting
