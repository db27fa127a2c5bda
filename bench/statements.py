"""How many SQL statements each page costs, session and sign-in included.

Runs inside Django, in a process of its own: prints one JSON object.
"""

import json
import sys

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from portal.kernel.models import User  # noqa: E402


def main(paths):
    client = Client(SERVER_NAME="localhost")
    user = User.objects.get(email="secretary@demo.example")
    client.force_login(user)
    counted = {}
    # Whom the door does not know costs one statement, and sees another front page.
    assert client.get("/accounts/password/change/").status_code == 200
    for path in paths:
        assert client.get(path).status_code == 200, path
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        counted[path] = len(queries)
    print(json.dumps(counted))


main(sys.argv[1:])
