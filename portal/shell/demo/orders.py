"""The orders behind today's roster, numbered year by year as they were issued."""

from collections import Counter
from datetime import date, timedelta

from portal.kernel.thai import be_year
from regions.models import AppointmentOrder

ISSUER = "พอช."
AHEAD = timedelta(days=7)  # how long before it takes effect an order is issued


def load_orders(causes: dict[str, tuple[date, str]]) -> dict[str, AppointmentOrder]:
    """Orders by key, from the day each takes effect and what it is about."""
    count = Counter()
    orders = {}
    for key, (day, title) in sorted(causes.items(), key=lambda cause: cause[1][0]):
        issued_on = day - AHEAD
        count[be_year(issued_on)] += 1
        number = f"{count[be_year(issued_on)]}/{be_year(issued_on)}"
        orders[key] = AppointmentOrder(
            issuer=ISSUER, number=number, issued_on=issued_on, title=title
        )
    AppointmentOrder.objects.bulk_create(orders.values())
    return orders
