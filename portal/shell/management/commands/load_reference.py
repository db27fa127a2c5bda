from django.core.management.base import BaseCommand
from django.utils import timezone

from portal.shell.reference import load_reference


class Command(BaseCommand):
    help = "Load places, indicators, issues, kinds and holidays; safe to run again."

    def handle(self, *args, **options):
        load_reference(today=timezone.localdate())
        self.stdout.write("ข้อมูลตั้งต้นครบแล้ว")
