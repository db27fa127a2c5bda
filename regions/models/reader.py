"""Whoever reads, as a statement composed once knows them: by rights, and by a key asked later."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.db.models import QuerySet

from portal.kernel.composed import Asked, composed
from portal.kernel.models import User

from .post import Rights, rights_of


@dataclass(frozen=True)
class Reader:
    """Anybody signed in with such rights. ``visible_to(reader)`` looks at nothing else of a user;
    whatever does fails while the statement is composed."""

    rights_today: Rights
    pk: Asked
    is_authenticated: bool = True


def composed_for(compose: Callable[..., QuerySet]) -> Callable[..., list]:
    """``@composed`` where the rights of the user who comes first give the statement its shape,
    with whatever else comes by position."""

    @composed
    def of_rights(rights, *shape, reader, **values):
        return compose(Reader(rights, pk=reader), *shape, **values)

    @wraps(compose)
    def ask(user: User, *shape, **values) -> list:
        return of_rights(rights_of(user), *shape, reader=user.pk, **values)

    return ask
