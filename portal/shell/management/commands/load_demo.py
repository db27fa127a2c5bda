from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.shell.demo import load_demo
from portal.shell.demo.cast import CAST, DEMO_PASSWORD


class Command(BaseCommand):
    help = "Load the demonstration, once, and say its accounts; refused in a real installation."

    def handle(self, *args, **options):
        if not settings.DEMO:
            raise CommandError("ข้อมูลสาธิตโหลดได้เฉพาะในโหมดสาธิต การติดตั้งจริงไม่มีข้อมูลสาธิต")
        load_demo(at=timezone.now())
        self.stdout.write(f"บัญชีสาธิต รหัสผ่านเดียวกันทุกบัญชี: {DEMO_PASSWORD}")
        for actor in CAST:
            self.stdout.write(f"  {actor.email:<30}{actor.label}")
