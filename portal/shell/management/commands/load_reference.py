from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from certification.reference import load_kinds
from committees.reference import load_issues
from portal.kernel.holidays import load_fixed_holidays


class Command(BaseCommand):
    help = "Load the lists every installation begins with; safe to run again."

    def handle(self, *args, **options):
        call_command("load_places", stdout=self.stdout)
        load_issues()
        load_kinds()
        this_year = timezone.localdate().year
        # Last year too: working days before a day of January are counted back over New Year.
        load_fixed_holidays(range(this_year - 1, this_year + 2))
