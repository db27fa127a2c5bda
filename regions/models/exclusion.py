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


def no_overlap(name, *, number, starts="starts_on", ends="ends_on", condition=None, message):
    """No two rows of one ``number`` hold the same day.

    PostgreSQL without extensions has no ``=`` in GiST, so the number becomes
    a range of one (reliability 6).
    """
    same = Cast(number, BigIntegerField())
    return ExclusionConstraint(
        name=name,
        expressions=[
            (_Int8Range(same, same, Value("[]")), RangeOperators.OVERLAPS),
            (_DateRange(starts, ends, Value("[]")), RangeOperators.OVERLAPS),
        ],
        condition=condition,
        violation_error_message=message,
    )
