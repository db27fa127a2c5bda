from django.apps import AppConfig


class ShellConfig(AppConfig):
    name = "portal.shell"
    label = "shell"

    def ready(self):
        from portal.shell.reports import contribute  # noqa: PLC0415 -- models are not ready before

        contribute()
