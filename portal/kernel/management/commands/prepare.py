"""Bring the database to this version of the code: schema, cache table, rights."""

import gc

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Migrate, make the cache table and give the portal's role its rights. Run as the owner."
    requires_system_checks = ()

    def handle(self, **options):
        # Migrating builds thousands of short-lived classes; not collecting them
        # meanwhile takes a third off the first start.
        gc.disable()
        call_command("migrate", interactive=False)
        call_command("createcachetable")
        call_command("grant")
