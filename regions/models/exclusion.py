from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db.models import BigIntegerField, Func, Value
from django.db.models.functions import Cast


class _Int8Range(Func):
    function = "int8range"
    arity = 3


class _DateRange(Func):
    function = "daterange"
    output_field = DateRangeField()


def no_overlap(name, *numbers, starts="starts_on", ends="ends_on", condition=None, message):
    """No two rows that agree in all ``numbers`` hold the same day.

    PostgreSQL without extensions has no ``=`` in GiST, so each number becomes
    a range of one (reliability 6).
    """
    return ExclusionConstraint(
        name=name,
        expressions=[
            *[(_range_of_one(number), RangeOperators.OVERLAPS) for number in numbers],
            (_DateRange(starts, ends, Value("[]")), RangeOperators.OVERLAPS),
        ],
        condition=condition,
        violation_error_message=message,
    )


def _range_of_one(number):
    same = Cast(number, BigIntegerField())
    return _Int8Range(same, same, Value("[]"))
