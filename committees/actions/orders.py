"""Keep the orders that cause somebody to take or leave a place."""

from contextlib import AbstractContextManager
from datetime import date

from django.db import transaction

from portal.kernel.activity import record
from portal.kernel.errors import rules_of
from portal.kernel.files import Upload, stored
from portal.kernel.models import User
from regions.models import AppointmentOrder

FOLDER = "orders"


@transaction.atomic
def add_order(
    *,
    issuer: str,
    number: str,
    issued_on: date,
    title: str,
    upload: Upload | None = None,
    by: User,
) -> AppointmentOrder:
    """Write down an order, with its paper where there is one."""
    order = AppointmentOrder(issuer=issuer, number=number, issued_on=issued_on, title=title)
    with stored(upload, FOLDER) as order.file.name, _unlike_others():
        order.file_name = upload.name if upload else ""
        order.save(force_insert=True)
        record("order.added", order, by=by)
    return order


@transaction.atomic
def revise_order(
    order: AppointmentOrder,
    *,
    issuer: str,
    number: str,
    issued_on: date,
    title: str,
    upload: Upload | None = None,
    by: User,
) -> AppointmentOrder:
    """Mend what was written down. A new paper takes the place of the old one, whose file stays
    on the disk: the history of the row names it."""
    order.issuer, order.number, order.issued_on, order.title = issuer, number, issued_on, title
    fields = ["issuer", "number", "issued_on", "title"]
    with stored(upload, FOLDER) as name, _unlike_others():
        if upload:
            order.file, order.file_name = name, upload.name
            fields += ["file", "file_name"]
        order.save(update_fields=fields)
        record("order.revised", order, by=by)
    return order


def _unlike_others() -> AbstractContextManager:
    return rules_of(AppointmentOrder, beside={"one_order_of_a_number_per_issuer": "number"})
