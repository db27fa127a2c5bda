"""Where allauth asks the portal: who may join and sign in, by which number, and how its
letters leave. No message is ever sent to a telephone."""

from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from django.contrib.auth import get_backends
from django.contrib.sites.shortcuts import get_current_site
from django.db import transaction
from django.utils import translation

from .letters import promise_letter
from .models import User
from .thai_fields import PhoneField

VERIFY_EMAIL = "allauth.account.stages.EmailVerificationStage"
VERIFY_EMAIL_IF_USED = "portal.kernel.sign_in_stages.EmailStage"


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        """Nobody joins without an invitation, and an account is made by who invites."""
        return False

    # -- Signing in by telephone: the number came with an invitation, so it is the person's.

    def phone_form_field(self, **kwargs):
        return PhoneField(**kwargs)

    def get_phone(self, user):
        return (user.phone, True) if user.phone else None

    def get_user_by_phone(self, phone):
        return User.objects.filter(phone=phone).first()

    def get_login_stages(self):
        ours = {VERIFY_EMAIL: VERIFY_EMAIL_IF_USED}
        return [ours.get(stage, stage) for stage in super().get_login_stages()]

    def _get_login_attempts_cache_key(self, request, **credentials):
        """Failed tries are counted for each number, too; allauth would count them all as one."""
        key = super()._get_login_attempts_cache_key(request, **credentials)
        return key + credentials.get("phone", "")

    def can_delete_email(self, email_address):
        """An account keeps a way in: its last address, unless it has a number."""
        is_last = email_address.email.lower() == email_address.user.email.lower()
        if is_last and not email_address.user.phone:
            return False
        return super().can_delete_email(email_address)

    def pre_login(self, request, user, **said):
        """Whom the portal would not know at the next request is told so now, and why."""
        if not any(backend.user_can_authenticate(user) for backend in get_backends()):
            return self.respond_user_inactive(request, user)
        return super().pre_login(request, user, **said)

    # -- Letters

    def format_email_subject(self, subject):
        return subject

    def send_mail(self, template_prefix, email, context):
        """Promise the letter instead of sending it while a person waits.

        So a mail server that is away loses no letter and breaks no page, and the
        time a page takes does not tell whether an address has an account.
        """
        site = get_current_site(current.request)
        context = {"request": current.request, "email": email, "current_site": site, **context}
        with translation.override("th"):
            letter = self.render_mail(template_prefix, email, context)
        with transaction.atomic():
            promise_letter(
                f"account-letter:{uuid4()}", to=email, subject=letter.subject, body=letter.body
            )
