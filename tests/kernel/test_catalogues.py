from pathlib import Path

import django.contrib.auth
import django.contrib.postgres
import django_filters
import polib
import pytest
from allauth import account
from django.core.management import CommandError, call_command
from django.utils import translation
from django.utils.translation import gettext, ngettext, pgettext

from portal.kernel.catalogues import PLACEHOLDER, Message, messages

# What of our libraries never speaks on a page of ours.
SILENT = (
    "conf/global_settings.py",  # the names of all languages
    "contrib/sitemaps/",
    "contrib/staticfiles/",
    "contrib/syndication/",
    "contrib/auth/admin.py",
    "contrib/auth/hashers.py",
    "contrib/postgres/apps.py",
    "mfa/",
    "socialaccount/",
    "usersessions/",
    "views/",  # our own pages stand in their place
)


def library_catalogues():
    """The sources of what our libraries say; django-filter ships none, so its German one."""
    allauth = Path(account.__file__).parents[1] / "locale/en"
    auth = Path(django.contrib.auth.__file__).parent / "locale/en"
    postgres = Path(django.contrib.postgres.__file__).parent / "locale/en"
    core = Path(django.__file__).parent / "conf/locale/en"
    filters = Path(django_filters.__file__).parent / "locale/de"
    return [f / "LC_MESSAGES/django.po" for f in (core, auth, postgres, filters, allauth)]


def library_messages():
    for path in library_catalogues():
        for entry in polib.pofile(str(path)):
            said_in = [name for name, _ in entry.occurrences if not name.startswith(SILENT)]
            if said_in and not entry.obsolete:
                yield entry


def test_the_catalogues_are_complete():
    call_command("check_catalogues")


def test_no_library_speaks_english_on_a_thai_page():
    with translation.override("th"):
        untranslated = [
            entry.msgid
            for entry in library_messages()
            if any(letter.isalpha() for letter in PLACEHOLDER.sub("", entry.msgid))
            and entry.msgid not in {"IPv4", "IPv6"}
            and _say(entry) == entry.msgid
        ]

    assert untranslated == []


def _say(entry):
    if entry.msgid_plural:
        return ngettext(entry.msgid, entry.msgid_plural, 1)
    return pgettext(entry.msgctxt, entry.msgid) if entry.msgctxt else gettext(entry.msgid)


def test_our_thai_catalogue_says_nothing_that_no_library_asks_for():
    known = {
        (entry.msgctxt, entry.msgid)
        for path in library_catalogues()
        for entry in polib.pofile(str(path))
    }
    ours = polib.pofile("locale/th/LC_MESSAGES/django.po")

    assert {(entry.msgctxt, entry.msgid) for entry in ours} - known == set()


@pytest.mark.parametrize("number", [0, 1, 2])
def test_thai_has_one_form_for_all_numbers(number):
    with translation.override("th"):
        said = ngettext("%(num)d day", "%(num)d days", number) % {"num": number}

    assert said == f"{number} วัน"


# -- A small project, with one thing wrong at a time --


SOUND = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "การดำรงตำแหน่ง"
msgid "วาระ"
msgstr "term"

msgid "มี %(count)s คน"
msgid_plural "มี %(count)s คน"
msgstr[0] "one person"
msgstr[1] "%(count)s people"

msgid "ประชุม"
msgstr "Meeting"
"""

CODE = """
from django.utils.translation import ngettext, pgettext_lazy
TERM = pgettext_lazy("การดำรงตำแหน่ง", "วาระ")
def people(count):
    return ngettext("มี %(count)s คน", "มี %(count)s คน", count)
"""

PAGE = '{% load i18n %}<h1>{% translate "ประชุม" %}</h1>{# หมายเหตุ #}'


@pytest.fixture
def project(tmp_path, settings):
    settings.BASE_DIR = tmp_path
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    for name, text in {
        "app/people.py": CODE,
        "templates/page.html": PAGE,
        "locale/en/LC_MESSAGES/django.po": SOUND,
        "locale/th/LC_MESSAGES/django.po": SOUND.partition("msgctxt")[0],
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_what_is_said_is_read_from_code_and_templates_in_order(project):
    assert messages() == {
        Message("การดำรงตำแหน่ง", "วาระ", None): ["app/people.py"],
        Message(None, "มี %(count)s คน", "มี %(count)s คน"): ["app/people.py"],
        Message(None, "ประชุม", None): ["templates/page.html"],
    }


def test_a_sound_project_passes(project, capsys):
    call_command("check_catalogues")

    assert capsys.readouterr().out == "The catalogues are complete.\n"


ENGLISH = "locale/en/LC_MESSAGES/django.po"
LIBRARY = 'msgid "Add %d"\nmsgstr "เพิ่ม %s"\n'


@pytest.mark.parametrize(
    ("file", "old", "new", "trouble"),
    [
        (ENGLISH, '"Meeting"', '""', "en: not translated: 'ประชุม'"),
        (ENGLISH, 'msgid "ประชุม"', '#, fuzzy\nmsgid "ประชุม"', "en: fuzzy or obsolete: 'ประชุม'"),
        (ENGLISH, '"Meeting"', '"การ meeting"', "en: Thai in the English of 'ประชุม'"),
        (
            ENGLISH, '"%(count)s people"', '"%(number)s people"',
            "en: a placeholder nobody fills in: 'มี %(count)s คน'",
        ),
        (
            ENGLISH, '"%(count)s people"', '"people"',
            "en: a placeholder is missing: 'มี %(count)s คน'",
        ),
        (
            "templates/page.html", "ประชุม", "เลิกประชุม",
            "en: not in the catalogue: 'เลิกประชุม' (templates/page.html)",
        ),
        ("templates/page.html", "ประชุม", "เลิกประชุม", "en: nobody says this any more: 'ประชุม'"),
        (
            "templates/page.html", "ประชุม", "รับรอง",
            "en: two meanings and no context: 'รับรอง' (templates/page.html)",
        ),
        (
            "templates/page.html", "</h1>", "</h1>วาระ",
            "templates/page.html: Thai outside a translation mark: วาระ",
        ),
        (
            "app/people.py", "\nTERM", '\nraise RuleBroken("ปิดแล้ว")\nTERM',
            "app/people.py: Thai outside a translation mark: ปิดแล้ว",
        ),
        (
            "locale/th/LC_MESSAGES/django.po", "\n\n", f"\n\n{LIBRARY}",
            "th: a placeholder nobody fills in: 'Add %d'",
        ),
    ],
)  # fmt: skip
def test_each_trouble_stops_the_gate(project, capsys, file, old, new, trouble):
    text = (project / file).read_text(encoding="utf-8")
    (project / file).write_text(text.replace(old, new), encoding="utf-8")

    with pytest.raises(CommandError, match=r"see locale/README\.md"):
        call_command("check_catalogues")

    assert trouble in capsys.readouterr().err.splitlines()


def test_new_messages_come_in_untranslated_and_gone_ones_go(project, capsys):
    page = project / "templates/page.html"
    page.write_text(PAGE.replace("ประชุม", "เลิกประชุม"), encoding="utf-8")

    call_command("make_catalogues")

    entries = polib.pofile(str(project / ENGLISH))
    assert [(entry.msgid, entry.msgstr) for entry in entries if not entry.msgid_plural] == [
        ("วาระ", "term"),
        ("เลิกประชุม", ""),
    ]
    assert capsys.readouterr().out == "3 messages, 1 of them to be translated\n"
