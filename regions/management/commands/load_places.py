from django.core.management.base import BaseCommand

from regions.gazetteer import load_places
from regions.reference import load_reporting


class Command(BaseCommand):
    help = "Load places, and who reports what by when; safe to run again."

    def handle(self, *args, **options):
        self.stdout.write("โหลดข้อมูลพื้นที่แล้ว" if load_places() else "ข้อมูลพื้นที่ครบอยู่แล้ว")
        load_reporting()
