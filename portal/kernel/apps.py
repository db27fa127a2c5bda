from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "portal.kernel"
    label = "kernel"

    def ready(self):
        from portal.kernel import checks  # noqa: F401, PLC0415 -- registers once models exist
