"""Write into the English catalogue what code and templates say now."""

import polib
from django.core.management.base import BaseCommand

from portal.kernel.catalogues import catalogue, message_of, messages


class Command(BaseCommand):
    help = "Bring locale/en up to date: new messages come in untranslated, gone ones go."
    requires_system_checks = ()

    def handle(self, **options):
        english = catalogue("en")
        known = {message_of(entry): entry for entry in english if not entry.obsolete}
        english.clear()
        for message, files in messages().items():
            entry = known.get(message) or _untranslated(message)
            entry.occurrences = [(name, "") for name in files]
            english.append(entry)
        english.save()
        missing = len(english.untranslated_entries())
        self.stdout.write(f"{len(english)} messages, {missing} of them to be translated")


def _untranslated(message):
    entry = polib.POEntry(msgctxt=message.context, msgid=message.singular)
    if message.plural is not None:
        entry.msgid_plural = message.plural
        entry.msgstr_plural = {0: "", 1: ""}
    return entry
