"""What each list of reports finds: one way for its page and for its files."""

from django.http import HttpRequest
from django.utils import timezone

from .figure_filter import FigureFilter
from .filters import ExtensionFilter, ReportFilter, RevisionFilter
from .models import (
    Extension,
    Observation,
    RegionalReport,
    Revision,
    RolledFigure,
    SupportRequest,
)
from .observation_filter import ObservationFilter
from .queries.targets import standing_targets, with_reached
from .request_filter import RequestFilter
from .target_filter import TargetFilter


def found_reports(request: HttpRequest) -> ReportFilter:
    reports = RegionalReport.objects.listed_for(request.user)
    return ReportFilter(request.GET, user=request.user, queryset=reports)


def found_requests(request: HttpRequest) -> RequestFilter:
    sent = SupportRequest.objects.visible_to(request.user).sent()
    today = timezone.localdate()
    return RequestFilter(request.GET, queryset=sent.with_standing(on=today))


def found_observations(request: HttpRequest) -> ObservationFilter:
    observations = Observation.objects.visible_to(request.user)
    return ObservationFilter(request.GET, queryset=observations, request=request)


def found_extensions(request: HttpRequest) -> ExtensionFilter:
    extensions = Extension.objects.for_list().waiting_first()
    return ExtensionFilter(request.GET, queryset=extensions, request=request)


def found_revisions(request: HttpRequest) -> RevisionFilter:
    revisions = Revision.objects.visible_to(request.user).for_list()
    return RevisionFilter(request.GET, queryset=revisions, request=request)


def found_targets(request: HttpRequest) -> TargetFilter:
    targets = with_reached(standing_targets(request.user))
    return TargetFilter(request.GET, user=request.user, queryset=targets)


def found_figures(request: HttpRequest) -> FigureFilter:
    """What the nation and each region come to; a province stands on pages of its own."""
    figures = RolledFigure.objects.filter(province=None).select_related("indicator", "region")
    return FigureFilter(request.GET, queryset=figures)
