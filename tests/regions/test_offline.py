"""What the server says so that a form works without a network, and on whose device."""

import re

import pytest
from django.conf import settings
from django.urls import reverse

from portal.kernel.device import account_of, key_of
from regions.actions.handing import hand_section, take_section_back
from tests.factories.regions import fill_in, returned, submitted

FORM_OF = "X-Form-Of"


def chips(page):
    """Where the words of each section are, in order."""
    return re.findall(r'data-where="(\w+)" data-where-of', page)


def page_of(client, report):
    return client.get(report.get_absolute_url()).content.decode()


# -- The worker --------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_worker_is_served_anew_to_anybody_and_reaches_no_further_than_the_reports(client):
    response = client.get(reverse("regions:form-worker"))

    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/javascript")
    assert response["Cache-Control"] == "no-cache"
    assert response["Service-Worker-Allowed"] == reverse("regions:report-list")
    assert not response.cookies


@pytest.mark.django_db
def test_a_worker_comes_from_here_only(client):
    policy = client.get(reverse("regions:form-worker"))["Content-Security-Policy"]

    assert "worker-src 'self'" in policy


@pytest.mark.django_db
def test_the_worker_knows_forms_and_no_other_page(client, report):
    worker = client.get(reverse("regions:form-worker")).content.decode()
    form = re.search(r"const FORM = /(.+)/;", worker)[1].replace(r"\/", "/")

    assert re.fullmatch(form, report.get_absolute_url())
    for other in ("submission", "review"):
        assert not re.fullmatch(form, reverse(f"regions:report-{other}", args=[report.pk]))
    assert not re.fullmatch(form, reverse("regions:report-list"))
    assert f'const STATIC = "{settings.STATIC_URL}"' in worker


# -- Whose form it is ----------------------------------------------------------------------


def test_the_form_is_marked_as_its_readers_and_carries_their_key(as_, cast, report):
    for who in ("coordinator", "officer"):
        response = as_(who).get(report.get_absolute_url())

        assert response[FORM_OF] == account_of(cast[who])
        assert f'data-lock="{key_of(cast[who])}"' in response.content.decode()


def test_what_is_no_form_is_not_kept(as_, cast, report):
    client = as_("coordinator")
    submission = reverse("regions:report-submission", args=[report.pk])

    assert FORM_OF not in client.get(submission)
    submitted(report, cast["coordinator"], organizations_found=14)
    assert FORM_OF not in client.get(report.get_absolute_url())


def test_who_types_nothing_gets_no_key(as_, cast, report):
    submitted(report, cast["coordinator"], organizations_found=14)

    page = page_of(as_("secretariat"), report)

    assert "data-lock" not in page
    assert "mirror.js" not in page


def test_the_page_of_a_sent_report_still_shows_text_that_came_too_late(as_, cast, report):
    submitted(report, cast["coordinator"], organizations_found=14)

    page = page_of(as_("coordinator"), report)

    assert f'data-lock="{key_of(cast["coordinator"])}"' in page
    assert "data-left hidden" in page


# -- Where the words are ---------------------------------------------------------------------


def test_each_section_says_how_far_its_words_have_come(as_, cast, report):
    fill_in(report, cast["coordinator"], organizations_found=14)

    keys = list(report.sections.values_list("saved_at", flat=True))
    expected = ["server" if saved else "none" for saved in keys]

    assert chips(page_of(as_("coordinator"), report)) == expected
    assert "server" in expected


def test_what_was_sent_says_so(as_, cast, report):
    submitted(report, cast["coordinator"], organizations_found=14)

    assert set(chips(page_of(as_("coordinator"), report))) == {"sent"}


def test_what_passed_stays_sent_when_another_section_came_back(as_, cast, report):
    reasons = {"certification": "ไม่ตรง"}
    returned(report, cast["coordinator"], cast["secretariat"], reasons, organizations_found=14)

    told = dict(
        zip(
            report.sections.values_list("key", flat=True),
            chips(page_of(as_("coordinator"), report)),
            strict=True,
        )
    )

    assert told.pop("certification") == "server"
    assert set(told.values()) == {"sent"}


# -- Two texts -------------------------------------------------------------------------------


def test_the_page_of_two_texts_keeps_what_is_merged_there_and_lets_it_go(as_, cast, report):
    section = report.sections.get(key="highlights")
    client = as_("coordinator")
    url = reverse("regions:report-section", args=[report.pk, section.key])
    client.post(url, {"version": 0, "highlights": "ของอีกเครื่อง"})

    page = client.post(url, {"version": 0, "highlights": "ของฉัน"}).content.decode()

    assert "data-seen" in page
    assert "data-let-go" in page
    assert f'data-lock="{key_of(cast["coordinator"])}"' in page


def test_the_same_words_sent_twice_are_one_save(as_, report):
    url = reverse("regions:report-section", args=[report.pk, "highlights"])
    sent = {"version": 0, "highlights": "ถึงแล้วแต่ไม่รู้"}
    client = as_("coordinator")

    answers = [client.post(url, sent, headers={"X-Autosave": "1"}).json() for _ in range(2)]

    assert [answer["fields"] for answer in answers] == [{"version": "1"}] * 2
    assert report.sections.get(key="highlights").version == 1


# -- Taken back meanwhile --------------------------------------------------------------------


@pytest.fixture
def taken_back(report, cast):
    """The address of a section a colleague was typing in when it was taken back."""
    section = report.sections.get(key="plans")
    lent = hand_section(section, to=cast["manager"], instead_of=None, by=cast["coordinator"])
    take_section_back(lent, instead_of=cast["manager"].pk, by=cast["coordinator"])
    return reverse("regions:report-section", args=[report.pk, "plans"])


def test_what_a_colleague_typed_stands_to_be_copied_after_the_section_was_taken_back(
    as_, report, taken_back
):
    response = as_("manager").post(taken_back, {"version": 0, "progress": "ของเพื่อน"})

    page = response.content.decode()
    assert response.status_code == 403
    assert re.search(r"<textarea[^>]*readonly>ของเพื่อน</textarea>", page)
    assert "ส่วนนี้ไม่ได้ให้ท่านกรอกแล้ว" in page
    assert 'data-copies="typed-1"' in page
    assert report.sections.get(key="plans").answers == {}


def test_a_quiet_save_hears_that_the_section_was_taken_back_and_not_that_a_session_ended(
    as_, taken_back
):
    response = as_("manager").post(taken_back, {"version": 0}, headers={"X-Autosave": "1"})

    assert response.status_code == 403
    assert "ไม่ได้ให้ท่านกรอกแล้ว" in response.json()["message"]


def test_the_page_of_a_report_unlocks_what_a_colleague_typed_before(as_, cast, report, taken_back):
    page = page_of(as_("manager"), report)

    assert f'data-lock="{key_of(cast["manager"])}"' in page
    assert "data-left hidden" in page


def test_text_of_a_stranger_to_the_place_is_simply_refused(as_, cast, report, taken_back):
    submitted(report, cast["coordinator"], organizations_found=14)

    response = as_("secretariat").post(taken_back, {"version": 0, "progress": "ของใคร"})

    assert response.status_code == 403
    assert "ของใคร" not in response.content.decode()
