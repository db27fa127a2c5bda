"""The web server's entrance."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

application = get_wsgi_application()

# Load every view before the workers are forked, so that they share the memory.
_ = get_resolver().url_patterns
