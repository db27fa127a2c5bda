from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "meetings"

    def ready(self):
        from meetings import beside  # noqa: PLC0415 -- models are not ready before

        beside.contribute()
