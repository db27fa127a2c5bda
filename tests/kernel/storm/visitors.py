"""Fifty people save a page each; prints how long each of them waited. Run as a program."""

import json
import sys
from time import monotonic

import django

# A running server has long loaded all its modules.
WARMING_UP = 20

django.setup()

from django.test import Client  # noqa: E402 -- needs the settings
from django.test.utils import setup_test_environment  # noqa: E402


def wait_for(number):
    began = monotonic()
    status = Client().post(f"/{number}/").status_code
    return status, monotonic() - began


if __name__ == "__main__":
    setup_test_environment()
    first = int(sys.argv[1])
    for number in range(WARMING_UP):
        wait_for(first + number)
    print(json.dumps([wait_for(first + WARMING_UP + number) for number in range(50)]))
