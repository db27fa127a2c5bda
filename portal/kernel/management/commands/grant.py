"""Give the running role its rights: rows everywhere, but never to alter what was recorded."""

import pghistory.models
from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from psycopg import sql

from portal.kernel.models import Activity

# Whole again at every run, so that a table which became part of the record loses the old rights.
_RIGHTS = """
REVOKE ALL ON SCHEMA public FROM {role};
GRANT USAGE ON SCHEMA public TO {role};
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role};
REVOKE INSERT, UPDATE, DELETE ON {migrations} FROM {role};
REVOKE UPDATE, DELETE ON {recorded} FROM {role};
"""


class Command(BaseCommand):
    help = "Give the portal's role its rights on every table. Run as the owner, after migrate."
    requires_system_checks = ()

    def handle(self, **options):
        owner, role = connection.settings_dict["USER"], settings.DATABASE_APP_ROLE
        if owner == role:
            raise CommandError("Run this as the owner: PORTAL_DATABASE_ROLE=owner.")
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                sql.SQL(_RIGHTS).format(
                    role=sql.Identifier(role),
                    migrations=sql.Identifier("django_migrations"),
                    recorded=sql.SQL(", ").join(map(sql.Identifier, recorded_tables())),
                )
            )
        self.stdout.write(f"The role {role} may work with every table and alter no record.")


def recorded_tables() -> list[str]:
    """The audit tables: what pghistory's triggers write, and what people are told was done."""
    events = [model for model in apps.get_models() if issubclass(model, pghistory.models.Event)]
    return sorted(model._meta.db_table for model in [*events, Activity])
