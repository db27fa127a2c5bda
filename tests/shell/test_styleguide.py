import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

TEMPLATES = Path(settings.BASE_DIR, "templates")
# Every page has its head, its messages and its refusals; they are looked at there.
NOT_SAMPLED = {"message", "call_us", "form", "field", "error_summary"}


@pytest.fixture
def page(client, db):
    return client.get(reverse("styleguide")).content.decode()


def test_a_stranger_may_look_at_the_style_guide(page):
    assert "<h1>แบบอย่างหน้าจอ</h1>" in page


def test_every_component_has_its_sample():
    names = {path.stem for path in TEMPLATES.glob("components/*.html") if path.stem[0] != "_"}
    pages = [TEMPLATES / "shell/styleguide.html", *TEMPLATES.glob("shell/styleguide/*.html")]
    shown = set(re.findall('"components/([a-z_]+).html"', "".join(p.read_text() for p in pages)))

    assert names - shown - NOT_SAMPLED == set()


def test_a_wrong_answer_is_said_twice_and_joined_to_its_field(page):
    assert '<a href="#id_bad-found">องค์กรที่ค้นหาพบใหม่: กรอกเป็นตัวเลข เช่น 14</a>' in page
    assert 'id="id_bad-found_error"' in page
    assert 'aria-describedby="id_bad-found_helptext id_bad-found_error id_bad-found_was"' in page


def test_no_page_of_ours_holds_style_or_script(page):
    assert not re.search(r"<style|\sstyle=|<script(?! (defer )?src=)|\son[a-z]+=", page)


@pytest.mark.parametrize("template", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_no_template_holds_style_or_script(template):
    assert not re.search(r"<style|\sstyle=|<script(?! (defer )?src=)", template.read_text())
