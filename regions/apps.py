from django.apps import AppConfig


class RegionsConfig(AppConfig):
    name = "regions"

    def ready(self):
        from regions import requests_beside  # noqa: PLC0415 -- models are not ready before

        requests_beside.contribute()
