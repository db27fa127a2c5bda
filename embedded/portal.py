"""The whole portal: its servers, its schema and data when the code is new, its processes."""

import socket
import sys

from embedded import addresses, services, stamps
from embedded.machine import Refused
from embedded.processes import Crew, Part

_OWNER = {"PORTAL_DATABASE_ROLE": "owner"}
_WORKER = {
    "REMAP_SIGTERM": "SIGQUIT",  # told to stop, it hands its work back within seconds
    "PYTHONWARNINGS": "ignore:You're running the worker with superuser",  # only on this machine
}


def run(host: str, port: int) -> None:
    door = _open_door(host, port)
    with services.crew() as crew:
        both = services.Services(crew)
        web, others = _web(door), _others()
        crew.layers.insert(0, [web, *others])
        _bring_up(crew, both, web)
        for part in others:
            crew.start(part)
        crew.wait_until(Knock(door).answered, part=web)
        _greet(crew, door)
        crew.watch()


def _bring_up(crew: Crew, both: services.Services, web: Part) -> None:
    """The web comes last where there is something to prepare, else with the servers."""
    if both.start():
        stamps.forget_database()
    if stamps.are_current():
        crew.start(web)
        both.wait()
    else:
        both.wait()
        _prepare(crew)
        crew.start(web)


def _prepare(crew: Crew) -> None:
    """Bring database, catalogues and static files to this version of the code."""
    beside = []
    if not stamps.are_catalogues_compiled():
        beside.append(_start(crew, "words", "compile_catalogues"))
    if not stamps.STATIC.is_current():
        beside.append(_start(crew, "static", "collectstatic", "--noinput", "--verbosity=0"))
    if not stamps.SCHEMA.is_current():
        _do(crew, "schema", "prepare", environment=_OWNER)
        _do(crew, "places", "load_reference")
        stamps.SCHEMA.set()
    if not stamps.is_demonstration_loaded():
        stamps.note_demonstration(_do(crew, "demo", "load_demo").said)
    crew.finish(*beside)
    stamps.STATIC.set()


def _start(crew: Crew, name: str, *words: str, environment: dict | None = None) -> Part:
    crew.say("manage.py " + " ".join(words))
    step = Part(name, _manage(*words), environment=environment, keep=False)
    crew.start(step)
    return step


def _do(crew: Crew, name: str, *words: str, environment: dict | None = None) -> Part:
    step = _start(crew, name, *words, environment=environment)
    crew.finish(step)
    return step


def _manage(*words: str) -> list[str]:
    return [sys.executable, "manage.py", *words]


def _web(door: socket.socket) -> Part:
    number = door.fileno()
    command = [sys.executable, "-m", "gunicorn", "--bind", f"fd://{number}", "portal.wsgi"]
    return Part("web", command, pass_fds=(number,), patience=6)


def _others() -> list[Part]:
    celery = [sys.executable, "-m", "celery", "--quiet", "--app=portal.celery"]
    work = ["worker", "--concurrency=2", "--without-gossip", "--without-mingle"]
    work += ["--loglevel=warning"]
    tick = ["beat", f"--schedule={addresses.var() / 'beat'}", "--pidfile=", "--loglevel=warning"]
    return [
        Part("worker", [*celery, *work], environment=_WORKER, patience=9, noise=("Ctrl+C",)),
        Part("beat", [*celery, *tick], patience=4),
        Part("stand-in", _manage("stand_in"), patience=4),
    ]


def _open_door(host: str, port: int) -> socket.socket:
    """Listen before anything starts: a taken port is known at once, and nobody is turned away."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family, backlog=512)
    except (OSError, OverflowError) as error:
        raise Refused(
            f"เปิดเว็บที่ {host}:{port} ไม่ได้ ({error}) เลือกพอร์ตอื่นได้ด้วย make run PORT=8001\n"
            f"Cannot listen on {host}:{port}; choose another with make run PORT=8001."
        ) from None


class Knock:
    """Asks the web server for a sign of life, without ever waiting for it."""

    def __init__(self, door: socket.socket) -> None:
        self.door, self.line = door, None

    def answered(self) -> bool:
        try:
            if self.line is None:
                host, port = self.door.getsockname()[:2]
                nearby = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
                self.line = socket.create_connection((nearby, port), timeout=1)
                self.line.sendall(b"GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n")
                self.line.setblocking(False)
            said = self.line.recv(16)
        except BlockingIOError:
            return False
        except OSError:
            said = b""
        self.line = self.line and self.line.close()
        return said.startswith(b"HTTP/")


def _greet(crew: Crew, door: socket.socket) -> None:
    host, port = door.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    crew.say("─" * 60)
    crew.say(f"พอร์ทัลพร้อมแล้ว เปิดเบราว์เซอร์ที่  http://{shown}:{port}/")
    for line in stamps.demonstration_accounts():
        crew.say(line)
    crew.say("หยุดด้วย Ctrl-C")
    crew.say("─" * 60)
