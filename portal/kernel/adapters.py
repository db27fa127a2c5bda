"""Where allauth asks the portal: who may join, and how its letters leave."""

from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from django.contrib.sites.shortcuts import get_current_site
from django.db import transaction
from django.utils import translation

from .letters import promise_letter


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        """Nobody joins without an invitation, and an account is made by who invites."""
        return False

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
