from .organization import CommunityOrganization, OrganizationKind, StageRecord

__all__ = ["CommunityOrganization", "OrganizationKind", "StageRecord"]
