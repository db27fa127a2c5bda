from .account_invitation import AccountInvitation
from .activity import Activity
from .contact_consent import ContactConsent
from .heartbeat import Heartbeat
from .holiday import Holiday
from .job_run import JobRun
from .once import Once
from .outbox import Outbox
from .person import Person
from .user import User

__all__ = [
    "AccountInvitation",
    "Activity",
    "ContactConsent",
    "Heartbeat",
    "Holiday",
    "JobRun",
    "Once",
    "Outbox",
    "Person",
    "User",
]
