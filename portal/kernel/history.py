"""The proof of every changed row, written by PostgreSQL itself whatever road the change took.

Contexts say which request, task or command caused a change: ids, never names.
"""

from uuid import uuid4

import pghistory
import pgtrigger
from pghistory import middleware

from portal.kernel.secret_addresses import told_address


def tracked(*, exclude: list[str] = ()):
    """Keep every version of a model's rows; leave out secrets and what is not worth proving.

    Use: ``@tracked()`` or ``@tracked(exclude=["password"])`` above the model.
    The versions can be added to and read; changing, deleting and truncating
    them is refused by triggers, and the running role has no right to try.
    """
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=list(exclude),
        append_only=True,
        context_field=pghistory.ContextJSONField(),
        meta={
            "triggers": [
                pgtrigger.Trigger(
                    name="never_truncated",
                    level=pgtrigger.Statement,
                    when=pgtrigger.Before,
                    operation=pgtrigger.Truncate,
                    func="RAISE EXCEPTION 'the history in % is never truncated', TG_TABLE_NAME;",
                )
            ]
        },
    )


def context(**ids: int | str) -> pghistory.context:
    """Name what is changing rows from here on: ``with context(promise=7): …``."""
    return pghistory.context(**ids)


class HistoryMiddleware(middleware.HistoryMiddleware):
    """Put the person, the path and the request's id beside every row a request changes.

    The history is kept for ever, so a path that opens something for who knows it is not in it.
    """

    def get_context(self, request):
        told = {"url": told_address(request), "request": request.id}
        return {**super().get_context(request), **told}

    def __call__(self, request):
        request.id = uuid4().hex
        response = super().__call__(request)
        response["X-Request-ID"] = request.id
        return response
