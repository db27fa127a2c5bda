"""What stands between a right password and a session; allauth finds it by its name."""

from allauth.account.stages import EmailVerificationStage
from django.http import HttpResponse


class EmailStage(EmailVerificationStage):
    """Asks for a verified address only whoever signs in by one."""

    def handle(self) -> tuple[HttpResponse | None, bool]:
        if self.login.email is None and self.login.user.phone:
            return None, True
        return super().handle()
