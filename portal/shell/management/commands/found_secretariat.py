from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from portal.kernel.account_forms import read_identifier
from portal.kernel.joining_letters import invitation_words, letter_body
from portal.kernel.thai import normalise
from portal.shell.founding import Founder, found_secretariat


class Command(BaseCommand):
    help = (
        "Make the first central officer of a real installation and print the letter with the"
        " code that opens the account; refused once the secretariat has an account."
    )

    def add_arguments(self, parser):
        parser.add_argument("--prefix", default="", help="คำนำหน้านาม เช่น นางสาว")
        parser.add_argument("--first-name", required=True, help="ชื่อ")
        parser.add_argument("--last-name", default="", help="นามสกุล")
        parser.add_argument("--sign-in", required=True, help="อีเมลหรือหมายเลขโทรศัพท์ที่ใช้เข้าสู่ระบบ")

    def handle(self, *args, prefix, first_name, last_name, sign_in, **options):
        names = map(normalise, (prefix, first_name, last_name))
        try:
            identifier = read_identifier(sign_in)
            field = "email" if "@" in identifier else "phone"
            invitation = found_secretariat(Founder(*names, **{field: identifier}))
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from None
        self.stdout.write(letter_body(invitation_words(invitation)))
