"""Compile the catalogues of words without GNU gettext, which a person need not have."""

import os
from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Compile every locale/*/LC_MESSAGES/*.po that is newer than its .mo."
    requires_system_checks = ()

    def handle(self, **options):
        for folder in settings.LOCALE_PATHS:
            for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
                if not _is_compiled(source):
                    _compile(source)
                    self.stdout.write(f"compiled {source.parent.parent.name}/{source.name}")


def _is_compiled(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime


def _compile(source: Path) -> None:
    """Write beside and rename: a portal that is starting meanwhile never reads half a file."""
    new = source.with_suffix(f".mo.{os.getpid()}")
    polib.pofile(str(source)).save_as_mofile(str(new))
    new.replace(source.with_suffix(".mo"))
