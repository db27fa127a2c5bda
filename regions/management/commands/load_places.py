from django.core.management.base import BaseCommand

from regions.gazetteer import load_places


class Command(BaseCommand):
    help = "Load regions, provinces, clusters, districts and subdistricts; safe to run again."

    def handle(self, *args, **options):
        self.stdout.write("โหลดข้อมูลพื้นที่แล้ว" if load_places() else "ข้อมูลพื้นที่ครบอยู่แล้ว")
