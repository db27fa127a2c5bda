"""What the pages that look over all apps know, by subject. Each function says what it costs."""

from .figures import Figure, Figures, figures_of, latest_figures
from .meetings import (
    Prepared,
    Result,
    Unfinished,
    coming_meeting,
    latest_result,
    put_off,
    unfinished_resolutions,
)
from .province_maps import METRICS, map_of, metric_label
from .provinces import Map, Scale, province_map
from .reports import Month, centre_reports_to_file, month_of_reports
from .seats import own_seats

__all__ = [
    "METRICS",
    "Figure",
    "Figures",
    "Map",
    "Month",
    "Prepared",
    "Result",
    "Scale",
    "Unfinished",
    "centre_reports_to_file",
    "coming_meeting",
    "figures_of",
    "latest_figures",
    "latest_result",
    "map_of",
    "metric_label",
    "month_of_reports",
    "own_seats",
    "province_map",
    "put_off",
    "unfinished_resolutions",
]
