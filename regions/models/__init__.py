from .attachment import ReportAttachment, ReportUpload
from .contact import ReportContact
from .extension import Extension
from .indicator import Indicator, RolledFigure
from .observation import Observation
from .order import AppointmentOrder
from .place import District, Province, ProvinceCluster, ProvinceRegion, Region, Subdistrict
from .post import RegionalPost, Rights, rights_of
from .report import RegionalReport
from .reporting import ReportingRule, ReportingUnit, ReportRound
from .request import RequestAnswer, SupportRequest
from .revision import Revision
from .section import Progress, ReportFigure, ReportSection
from .synthesis import PointOrigin, Synthesis, SynthesisPoint
from .target import IndicatorTarget

__all__ = [
    "AppointmentOrder",
    "District",
    "Extension",
    "Indicator",
    "IndicatorTarget",
    "Observation",
    "PointOrigin",
    "Progress",
    "Province",
    "ProvinceCluster",
    "ProvinceRegion",
    "Region",
    "RegionalPost",
    "RegionalReport",
    "ReportAttachment",
    "ReportContact",
    "ReportFigure",
    "ReportRound",
    "ReportSection",
    "ReportUpload",
    "ReportingRule",
    "ReportingUnit",
    "RequestAnswer",
    "Revision",
    "Rights",
    "RolledFigure",
    "Subdistrict",
    "SupportRequest",
    "Synthesis",
    "SynthesisPoint",
    "rights_of",
]
