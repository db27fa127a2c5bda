"""PostgreSQL as the portal meets it: made by the owner's role, used by the portal's.

The tests run without DDL and without rights to alter the audit tables, like the
portal. Only making, emptying and dropping the test database is done by others.
"""

import re
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.core.management import call_command
from django.db.backends.postgresql import base, creation, operations

SUPERUSER, OWNER = "postgres", "portal_owner"


class DatabaseCreation(creation.DatabaseCreation):
    def create_test_db(self, *args, **kwargs):
        self._as(OWNER)
        name = super().create_test_db(*args, **kwargs)
        call_command("grant", verbosity=0)
        self._as("portal")
        return name

    def destroy_test_db(self, *args, **kwargs):
        self._as(SUPERUSER)
        super().destroy_test_db(*args, **kwargs)

    def _create_test_db(self, verbosity, autoclobber, keepdb=False):
        name = self._get_test_db_name()
        with self._nodb_cursor() as cursor:
            cursor.execute("SELECT datname FROM pg_database")
            for (left,) in cursor.fetchall():
                if left == name or _is_left_over(left):
                    cursor.execute(f'DROP DATABASE "{left}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{name}" OWNER {OWNER}')
        return name

    @contextmanager
    def _nodb_cursor(self):
        before = self.connection.settings_dict["USER"]
        self.connection.settings_dict["USER"] = SUPERUSER
        with super()._nodb_cursor() as cursor:
            self.connection.settings_dict["USER"] = before
            yield cursor

    def _as(self, role):
        self.connection.close()
        self.connection.close_pool()
        self.connection.settings_dict["USER"] = role


class DatabaseOperations(operations.DatabaseOperations):
    def execute_sql_flush(self, sql_list):
        """Empty the tables between tests: the audit tables refuse that to the portal itself."""
        place = self.connection.settings_dict
        with psycopg.connect(
            host=place["HOST"], port=place["PORT"], dbname=place["NAME"], user=SUPERUSER
        ) as superuser:
            superuser.execute("SET session_replication_role = replica")
            for sql in sql_list:
                superuser.execute(sql)


class DatabaseWrapper(base.DatabaseWrapper):
    creation_class = DatabaseCreation
    ops_class = DatabaseOperations


def _is_left_over(name):
    """Does this database belong to a run of the tests that is no more?"""
    found = re.fullmatch(r"test_portal_(\d+)", name)
    return bool(found) and not Path(f"/proc/{found[1]}").exists()
