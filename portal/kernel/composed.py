"""Statements composed once: ``@composed`` over a function that returns a queryset.

Django composes the SQL of a queryset anew each time it is asked, and that costs several times
what asking it costs: of a page with twenty statements more than half. A function under
``@composed`` is called once, with a placeholder for each of its keyword arguments; what it returns
is kept as SQL and asked with the values of each call. It answers a list, because a statement that
stands cannot be filtered further.

    @composed
    def posts_of(role, *, region, on):
        return RegionalPost.objects.in_force(on=on).filter(role=role, region=region)

    posts_of(Role.OFFICER, region=region.pk, on=today)

What comes by keyword is a value the database compares: a key, a number, a text, a day; never None,
never a row. The function only passes it on: ``on.year`` or ``on < last`` fails at once. What gives
a statement its shape comes by position and is hashable; one statement is kept for each. Composing
asks the database nothing, and of the clock it may know the day, for on another day, as in another
language, it composes anew. What ``prefetch_related`` fetches beside is composed as ever, so no
placeholder stands in it.
"""

from collections.abc import Callable, Hashable
from copy import copy
from datetime import date
from functools import lru_cache, partial, wraps
from typing import Any, Never

from django.core.exceptions import EmptyResultSet
from django.db import connection, connections
from django.db.models import Expression, QuerySet
from django.db.models.sql.compiler import SQLCompiler
from django.utils import timezone
from django.utils.translation import get_language

MOST_SHAPES = 8  # up to two hundred kilobytes each


def composed(compose: Callable[..., QuerySet]) -> Callable[..., list]:
    @lru_cache(maxsize=MOST_SHAPES)
    def keep(shape: tuple, names: tuple, today: date, language: str | None) -> Statement:
        with connection.execute_wrapper(refuse):
            return Statement(compose(*shape, **{name: Asked(name) for name in names}))

    @wraps(compose)
    def ask(*shape: Hashable, **values: Any) -> list:
        return keep(shape, tuple(values), timezone.localdate(), get_language()).ask(values)

    return ask


def refuse(_execute: Callable, sql: str, *_: Any) -> Never:
    raise RuntimeError(f"a statement is composed without asking the database: {sql}")


class Asked(Expression):
    """The place of a value in a statement; the value comes with each call."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list]:
        return "%s", [self]


class Statement:
    """The SQL of a queryset, and the compiler that knows how its rows become what was asked."""

    def __init__(self, queryset: QuerySet) -> None:
        self.queryset = queryset
        self.compiler = queryset.query.get_compiler(queryset.db)
        try:
            self.sql, self.params = self.compiler.as_sql()
        except EmptyResultSet:
            self.sql, self.params = "", ()
        self.compiler.connection = None  # each call has that of its own thread
        queryset.query.clear_where()  # said in the SQL; each call would copy it

    def ask(self, values: dict[str, Any]) -> list:
        if None in values.values():
            raise TypeError("None is no value: IS NULL is another statement")
        asked = self.queryset.all()
        asked.query.get_compiler = partial(self.compiler_with, values)
        return list(asked)

    def compiler_with(self, values: dict[str, Any], using: str, **_: Any) -> SQLCompiler:
        """As if it had just composed the statement with ``values`` in it."""
        compiler = copy(self.compiler)
        compiler.connection = connections[using]
        params = [values[one.name] if isinstance(one, Asked) else one for one in self.params]
        compiler.as_sql = lambda *_, **__: (self.sql, tuple(params))
        return compiler
