"""Codes of ours: short, ASCII, never cut from a Thai name."""

from django.db import connection
from django.db.models import Model


def next_number(model: type[Model]) -> int:
    """The key of the next row: never given twice, whoever else asks at the same moment."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s))",
            [model._meta.db_table, model._meta.pk.column],
        )
        return cursor.fetchone()[0]
