from .indicator import Indicator, RolledFigure
from .order import AppointmentOrder
from .place import District, Province, ProvinceCluster, ProvinceRegion, Region, Subdistrict
from .post import RegionalPost, Rights, rights_of
from .report import (
    Progress,
    RegionalReport,
    ReportFigure,
    ReportSection,
)
from .reporting import ReportingRule, ReportingUnit, ReportRound

__all__ = [
    "AppointmentOrder",
    "District",
    "Indicator",
    "Progress",
    "Province",
    "ProvinceCluster",
    "ProvinceRegion",
    "Region",
    "RegionalPost",
    "RegionalReport",
    "ReportFigure",
    "ReportRound",
    "ReportSection",
    "ReportingRule",
    "ReportingUnit",
    "Rights",
    "RolledFigure",
    "Subdistrict",
    "rights_of",
]
