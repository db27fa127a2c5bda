"""What each list of meetings finds: one way for its page and for its files."""

from django.http import HttpRequest
from django.utils import timezone

from .filters import ActionItemFilter, MeetingFilter
from .models import ActionItem, Meeting, Resolution
from .register_filter import ResolutionFilter


def found_meetings(request: HttpRequest) -> MeetingFilter:
    meetings = Meeting.objects.visible_to(request.user).for_list()
    meetings = meetings.in_calendar_order(on=timezone.localdate())
    return MeetingFilter(request.GET, queryset=meetings, user=request.user)


def found_items(request: HttpRequest) -> ActionItemFilter:
    return ActionItemFilter(request.GET, queryset=ActionItem.objects.visible_to(request.user))


def found_resolutions(request: HttpRequest) -> ResolutionFilter:
    resolutions = Resolution.objects.visible_to(request.user)
    return ResolutionFilter(request.GET, queryset=resolutions, on=timezone.localdate())
