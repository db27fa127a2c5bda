"""Organisations of a province, as far as they have come."""

from datetime import date

from certification.models import CommunityOrganization, OrganizationKind, StageRecord
from regions.models import District, Province, ProvinceRegion, Subdistrict

OPENED = date(2026, 1, 5)
CLOSED = date(2026, 3, 20)


def make_province(code="65", name="พิษณุโลก", *, region=None, column=4, row=3):
    province = Province.objects.create(
        code=code,
        name=name,
        name_en=f"Province {code}",
        abbreviation=name[:2],
        tile_column=column,
        tile_row=row,
    )
    if region:
        ProvinceRegion.objects.create(province=province, region=region, starts_on=date(2007, 1, 1))
    return province


def make_subdistrict(province, name="ในเมือง"):
    district, _made = District.objects.get_or_create(
        code=f"{province.code}01", province=province, name=f"เมือง{province.name}"
    )
    number = Subdistrict.objects.filter(district=district).count() + 1
    return Subdistrict.objects.create(
        code=f"{district.code}{number:02}", district=district, name=name
    )


def make_kind(code="savings", name="กลุ่มออมทรัพย์"):
    kind, _made = OrganizationKind.objects.get_or_create(
        code=code, defaults={"name": name, "name_en": code.title(), "position": 1}
    )
    return kind


def make_organization(province, name="กลุ่มออมทรัพย์บ้านหนองไผ่", *, stage=0, closed=True, kind=None):
    """Its last stage begun is ``stage``, closed or open; those before are closed."""
    organization = CommunityOrganization.objects.create(
        name=name,
        kind=kind or make_kind(),
        province=province,
        subdistrict=make_subdistrict(province, f"ตำบลของ{name}"),
    )
    StageRecord.objects.bulk_create(
        StageRecord(
            organization=organization,
            stage=reached,
            opened_on=OPENED,
            closed_on=CLOSED if closed or reached < stage else None,
        )
        for reached in range(1, stage + 1)
    )
    return organization
