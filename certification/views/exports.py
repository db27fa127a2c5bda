"""The register taken out as files."""

from django.utils.translation import gettext_lazy as _

from portal.kernel.exports import Export

from ..exports import ORGANIZATION_COLUMNS
from .organizations import found_organizations

ORGANIZATIONS = Export(
    "organization", _("ทะเบียนองค์กรชุมชน"), ORGANIZATION_COLUMNS, found_organizations
)
