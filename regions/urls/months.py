"""Months in addresses: 2026-06."""

from datetime import date

from django.urls import register_converter


class MonthConverter:
    regex = r"\d{4}-\d{2}"

    def to_python(self, value):
        return date.fromisoformat(f"{value}-01")

    def to_url(self, value):
        return f"{value:%Y-%m}"


register_converter(MonthConverter, "month")
