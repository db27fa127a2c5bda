"""Stop when a screen would speak two languages at once."""

from django.core.management.base import BaseCommand, CommandError

from portal.kernel.catalogues import (
    THAI,
    catalogue,
    message_of,
    messages,
    placeholders,
    translations,
    unmarked,
)

# One Thai word, two nouns of the glossary: they are said with a context.
TRAPS = {"วาระ", "รายงาน", "รับรอง"}


class Command(BaseCommand):
    help = "Fail unless locale/en is complete, locale/th is sound, and templates mark their words."
    requires_system_checks = ()

    def handle(self, **options):
        troubles = [*_english(), *_each_entry("en"), *_each_entry("th"), *_marks()]
        for trouble in troubles:
            self.stderr.write(trouble)
        if troubles:
            raise CommandError(f"{len(troubles)} troubles: see locale/README.md")
        self.stdout.write("The catalogues are complete.")


def _english():
    """Exactly what is said in the project, and all of it in English."""
    said, known = messages(), {message_of(entry): entry for entry in catalogue("en")}
    for message, files in said.items():
        if message not in known:
            yield f"en: not in the catalogue: {message.singular!r} ({', '.join(files)})"
        if message.singular in TRAPS and not message.context:
            yield f"en: two meanings and no context: {message.singular!r} ({', '.join(files)})"
    for message, entry in known.items():
        if message not in said:
            yield f"en: nobody says this any more: {message.singular!r}"
        if any(THAI.search(text) for text in translations(entry)):
            yield f"en: Thai in the English of {message.singular!r}"


def _each_entry(language):
    for entry in catalogue(language):
        texts = translations(entry)
        if not all(texts):
            yield f"{language}: not translated: {entry.msgid!r}"
            continue
        if entry.fuzzy or entry.obsolete:
            yield f"{language}: fuzzy or obsolete: {entry.msgid!r}"
        # A number may be left to the words ("one seat"), so only what is added is wrong.
        given = placeholders(entry.msgid + entry.msgid_plural)
        if any(placeholders(text) - given for text in texts):
            yield f"{language}: a placeholder nobody fills in: {entry.msgid!r}"
        # The last form stands for all numbers and must show what the message shows.
        if language == "en" and given - placeholders(texts[-1]):
            yield f"{language}: a placeholder is missing: {entry.msgid!r}"


def _marks():
    for name, words in unmarked():
        yield f"{name}: Thai outside a translation mark: {words}"
