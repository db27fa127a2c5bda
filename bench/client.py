"""A browser for measuring: one kept-alive connection, one cookie jar, a clock."""

import gzip
import re
from dataclasses import dataclass
from http.client import HTTPConnection, RemoteDisconnected
from http.cookies import SimpleCookie
from statistics import median
from time import perf_counter


@dataclass
class Answer:
    status: int
    headers: dict
    body: bytes

    @property
    def text(self):
        body = self.body
        if self.headers.get("content-encoding") == "gzip":
            body = gzip.decompress(body)
        return body.decode()


class Browser:
    def __init__(self, port):
        self.connection = HTTPConnection("127.0.0.1", port, timeout=30)
        self.cookies = SimpleCookie()

    def get(self, path, *, gzipped=False):
        return self._ask(
            "GET", path, headers={"Accept-Encoding": "gzip" if gzipped else "identity"}
        )

    def post(self, path, body):
        return self._ask(
            "POST", path, body=body, headers={"Content-Type": "application/x-www-form-urlencoded"}
        )

    def sign_in(self, who):
        """Sign in as one of the demonstration cast, as a person would: from the sign-in page."""
        page = self.get("/accounts/login/").text
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
        answer = self.post("/demo/sign-in/", f"csrfmiddlewaretoken={token}&who={who}")
        if answer.status != 302:
            raise SystemExit(f"sign-in as {who} answered {answer.status}")

    def _ask(self, method, path, *, body=None, headers):
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{k}={m.value}" for k, m in self.cookies.items())
        response = self._answer(method, path, body, headers)
        answer = Answer(
            response.status, {k.lower(): v for k, v in response.getheaders()}, response.read()
        )
        for cookie in response.headers.get_all("Set-Cookie") or []:
            self.cookies.load(cookie)
        return answer

    def _answer(self, method, path, body, headers):
        """Ask again on a new connection where the server has closed the kept one meanwhile."""
        try:
            self.connection.request(method, path, body=body, headers=headers)
            return self.connection.getresponse()
        except (RemoteDisconnected, ConnectionResetError):
            self.connection.close()
            self.connection.request(method, path, body=body, headers=headers)
            return self.connection.getresponse()


def seconds(browser, path, *, gzipped=False):
    started = perf_counter()
    answer = browser.get(path, gzipped=gzipped)
    took = perf_counter() - started
    if answer.status != 200:
        raise SystemExit(f"{path} answered {answer.status}")
    return took


def ratio(browser, path, bare, *, rounds, gzipped=False):
    """Median of the page's time over the bare view's, asked in turn; and both medians."""
    for _ in range(5):
        seconds(browser, path, gzipped=gzipped), seconds(bare, "/")
    pairs = [(seconds(browser, path, gzipped=gzipped), seconds(bare, "/")) for _ in range(rounds)]
    return (
        median(page / yardstick for page, yardstick in pairs),
        median(page for page, _ in pairs),
        median(yardstick for _, yardstick in pairs),
    )
