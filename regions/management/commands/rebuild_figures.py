from django.core.management.base import BaseCommand

from regions.actions import roll_up_year
from regions.rollup import years_with_rounds


class Command(BaseCommand):
    help = "Roll up every month and year anew from accepted reports; what was right stays as it is."

    def handle(self, *args, **options):
        changed = sum(roll_up_year(year).changed for year in years_with_rounds())
        self.stdout.write(f"แก้ตัวเลขรวม {changed} แถว")
