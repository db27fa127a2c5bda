"""นัดหมายการประชุมครั้งต่อไป: a day, or the month it is expected in."""

from uuid import uuid4

from django import forms

from meetings.actions import Plan, plan_following

from .schedule import PlannedForm


class NextForm(PlannedForm):
    """As much as is said when a meeting closes; the rest stands in the plan it makes."""

    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, meeting, by):
        super().__init__(data, initial={"token": uuid4()})
        self.meeting, self.by = meeting, by
        for name in ("starts_at", "ends_at", "mode", "map_url", "online_url"):
            del self.fields[name]

    def save(self):
        given = self.cleaned_data
        days = {name: given[name] for name in ("starts_on", "ends_on", "venue", "province")}
        plan = Plan(**days, **self.expectation(), kind=self.meeting.kind)
        self.following = plan_following(self.meeting, plan, token=given["token"], by=self.by)
