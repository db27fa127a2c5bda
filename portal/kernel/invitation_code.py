"""The one-time code of an invitation: ten digits, reckoned anew each time, stored nowhere.

It hangs on the row and the secret key: whoever reads the database cannot tell a code, and
with a new secret key the open invitations are void and must be made again.
"""

import re
from datetime import UTC

from django.utils.crypto import constant_time_compare, salted_hmac

from .models import AccountInvitation
from .thai import normalise

DIGITS = 10
SALT = "portal.kernel.invitation_code"


def code_of(invitation: AccountInvitation) -> str:
    told = (invitation.pk, invitation.invited_at.astimezone(UTC), invitation.identifier)
    mark = salted_hmac(SALT, "|".join(map(str, told)), algorithm="sha256").digest()
    return f"{int.from_bytes(mark) % 10**DIGITS:0{DIGITS}}"


def shown_code(invitation: AccountInvitation) -> str:
    """12345 67890: two breaths on the telephone."""
    code = code_of(invitation)
    return f"{code[:5]} {code[5:]}"


def read_code(text: str) -> str:
    """The digits of a code as a person types it: ๑๒๓๔๕-๖๗๘๙๐."""
    return re.sub(r"[\s-]", "", normalise(text))


def is_code_of(invitation: AccountInvitation, code: str) -> bool:
    return constant_time_compare(code_of(invitation), code)
