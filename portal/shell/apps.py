from django.apps import AppConfig


class ShellConfig(AppConfig):
    name = "portal.shell"
    label = "shell"

    def ready(self):
        from portal.shell import (  # noqa: PLC0415 -- models are not ready before
            bodies,
            clashes,
            people,
            reports,
            requests,
        )

        for module in (reports, requests, bodies, people, clashes):
            module.contribute()
