from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.management import call_command

from portal.kernel.static_files import joined

CSS = Path(settings.BASE_DIR, "static/css")


def test_the_stylesheet_is_joined_in_the_order_of_its_imports():
    storage = StaticFilesStorage(location=Path(settings.BASE_DIR, "static"))
    paths = {
        f"css/{path.relative_to(CSS)}": (storage, f"css/{path.relative_to(CSS)}")
        for path in CSS.rglob("*.css")
    }

    text = joined("css/app.css", paths)

    assert text.startswith("@layer tokens, reset, base, layout, components, utilities, print;")
    assert "@import" not in text
    assert "/*" not in text
    assert text.index("--ground:") < text.index(".btn {") < text.index("@media print")


def test_every_stylesheet_is_imported():
    imported = set((CSS / "app.css").read_text().split('"')[1::2])

    assert imported == {str(path.relative_to(CSS)) for path in CSS.rglob("*.css")} - {"app.css"}


def test_collecting_serves_the_styles_in_one_hashed_and_compressed_file(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "portal.kernel.static_files.PortalStaticFilesStorage"},
    }

    call_command("collectstatic", interactive=False, verbosity=0)

    [served] = tmp_path.glob("css/app.*.css")
    assert "@import" not in served.read_text()
    assert served.with_name(served.name + ".gz").exists()
