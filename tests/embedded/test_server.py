"""R73: the schema stands on a plain PostgreSQL 18, embedded or not."""

import pytest
from django.db import connection


@pytest.mark.django_db
def test_the_migrated_schema_needs_no_extension():
    with connection.cursor() as cursor:
        cursor.execute("SELECT extname FROM pg_extension")
        extensions = cursor.fetchall()
        cursor.execute("SELECT current_setting('server_version_num')::int / 10000")
        version = cursor.fetchone()

    assert (extensions, version) == ([("plpgsql",)], (18,))


@pytest.mark.django_db
def test_the_tests_meet_the_database_as_the_portal_does():
    """By its own role, which owns nothing and may make nothing."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper, has_schema_privilege('public', 'CREATE'),"
            " (SELECT count(*) FROM pg_tables WHERE tableowner = current_user)"
            " FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == ("portal", False, False, 0)
