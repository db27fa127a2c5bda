"""A phone whose line to the portal can really be cut, and whose browser can be closed."""

import socket
import threading
from contextlib import suppress
from urllib.parse import urlsplit

from .conftest import CHROMIUM, QUIET


class Mast:
    """The only way from the phone to the portal. Cut, nothing passes: a page that is being closed
    sends on past what a browser merely pretends of its network."""

    def __init__(self, address):
        self.portal = (urlsplit(address).hostname, urlsplit(address).port)
        self.is_up = True
        self.is_well = True
        self.lines = []
        self.door = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.door.getsockname()[1]}"
        threading.Thread(target=self._answer, daemon=True).start()

    def _answer(self):
        while True:
            try:
                phone, _peer = self.door.accept()
            except OSError:
                return
            if self.is_up and not self.is_well:
                apologise(phone)
            elif self.is_up:
                self._join(phone, socket.create_connection(self.portal))
            else:
                phone.close()

    def _join(self, phone, portal):
        self.lines += [phone, portal]
        for ends in ((phone, portal), (portal, phone)):
            threading.Thread(target=carry, args=ends, daemon=True).start()

    def cut(self):
        self.is_up = False
        self._hang_up()

    def fall_ill(self):
        """It answers, and nothing stands behind it: a portal that is being restarted."""
        self.is_well = False
        self._hang_up()

    def _hang_up(self):
        while self.lines:
            hang_up(self.lines.pop())

    def mend(self):
        self.is_up = self.is_well = True


def apologise(phone):
    with suppress(OSError):
        phone.recv(65536)
        phone.sendall(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    hang_up(phone)


def carry(start, end):
    with suppress(OSError):
        while sent := start.recv(65536):
            end.sendall(sent)
    hang_up(start)
    hang_up(end)


def hang_up(line):
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
    line.close()


class Phone:
    """A browser whose profile outlives it: closed and opened, with or without a network."""

    def __init__(self, playwright, portal, profile):
        self.playwright, self.mast, self.profile = playwright, Mast(portal), profile
        self.context = None

    def open(self):
        self.context = self.playwright.chromium.launch_persistent_context(
            self.profile,
            executable_path=CHROMIUM,
            args=QUIET,
            base_url=self.mast.address,
            viewport={"width": 390, "height": 844},
            locale="en-GB",
            offline=not self.mast.is_up,
        )
        page = self.context.pages[0]
        page.set_default_timeout(10_000)
        return page

    def cut(self):
        self.mast.cut()
        self.context.set_offline(True)

    def connect(self):
        self.mast.mend()
        if self.context:
            self.context.set_offline(False)

    def close(self):
        if self.context:
            self.context.close()
            self.context = None
