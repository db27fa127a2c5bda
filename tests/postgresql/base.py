"""PostgreSQL as the portal meets it: made by the owner's role, used by the portal's.

The tests run without DDL and without rights to alter the audit tables, like the
portal. Only making, emptying and dropping the test database is done by others.

Migrating takes longer than many a test, so a migrated database is kept as a template
for the next run, under a name that says from which migrations it was made. Runs that
begin together make their databases one after another: whoever comes first migrates,
everybody else has waited for the template and copies it.
"""

import hashlib
import re
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import psycopg
from django.apps import apps
from django.core.management import call_command
from django.db.backends.postgresql import base, creation, operations

SUPERUSER, OWNER = "postgres", "portal_owner"
TEMPLATE = "template_of_tests_"


class DatabaseCreation(creation.DatabaseCreation):
    def create_test_db(self, *args, **kwargs):
        with self._alone():
            self._as(OWNER)
            name = super().create_test_db(*args, **kwargs)
            call_command("grant", verbosity=0)
            self._as("portal")
            self._keep_as_template(name)
        return name

    def destroy_test_db(self, *args, **kwargs):
        self._as(SUPERUSER)
        super().destroy_test_db(*args, **kwargs)

    def _create_test_db(self, verbosity, autoclobber, keepdb=False):
        name = self._get_test_db_name()
        with self._nodb_cursor() as cursor:
            here = _databases(cursor)
            for left in here:
                if left == name or _is_left_over(left):
                    cursor.execute(f'DROP DATABASE "{left}" WITH (FORCE)')
            template = _template() if _template() in here else "template1"
            cursor.execute(f'CREATE DATABASE "{name}" OWNER {OWNER} TEMPLATE "{template}"')
        return name

    @contextmanager
    def _alone(self):
        """Wait, as long as it takes, until nobody else on this server makes a test database."""
        with self._nodb_cursor() as cursor:
            cursor.execute("SET lock_timeout = 0")
            cursor.execute("SET statement_timeout = 0")
            cursor.execute("SELECT pg_advisory_lock(67)")  # let go of with the connection
            yield

    def _keep_as_template(self, name):
        """A copy under the migrations' name, made whole before it gets it; older ones go."""
        with self._nodb_cursor() as cursor:
            here = _databases(cursor)
            if _template() in here:
                return
            for older in here:
                if older.startswith(TEMPLATE):
                    cursor.execute(f'DROP DATABASE IF EXISTS "{older}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{name}_copy" TEMPLATE "{name}"')
            cursor.execute(f'ALTER DATABASE "{name}_copy" RENAME TO "{_template()}"')

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


def _databases(cursor):
    cursor.execute("SELECT datname FROM pg_database")
    return {name for (name,) in cursor.fetchall()}


@cache
def _template():
    """The name of a database that all migrations of the project have made, as they are now."""
    digest = hashlib.sha256()
    for config in sorted(apps.get_app_configs(), key=lambda config: config.label):
        for file in sorted(Path(config.path).glob("migrations/*.py")):
            digest.update(f"{config.label}/{file.name}\0".encode() + file.read_bytes())
    return TEMPLATE + digest.hexdigest()[:16]


def _is_left_over(name):
    """Does this database belong to a run of the tests that is no more?"""
    found = re.fullmatch(r"test_portal_(\d+)(_copy)?", name)
    return bool(found) and not Path(f"/proc/{found[1]}").exists()
