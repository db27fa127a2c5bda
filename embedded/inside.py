"""What goes on inside .venv: the whole portal, or its database and broker alone."""

import argparse
import os
import signal

from embedded import addresses, machine, portal, processes, services, testing


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m embedded.inside")
    parser.add_argument("wanted", choices=["run", "services", "services-for-tests"])
    wanted = parser.parse_args().wanted
    if os.environ.get("MAKELEVEL"):  # make itself may be killed
        processes.die_with_parent(signal.SIGTERM)
    {"run": _run, "services": _serve, "services-for-tests": testing.serve}[wanted]()


def _run() -> None:
    portal.run(os.environ.get("HOST") or "127.0.0.1", _port())


def _serve() -> None:
    with services.crew() as crew:
        both = services.Services(crew)
        both.start()
        both.wait()
        crew.say(f"ฐานข้อมูลและตัวส่งงานพร้อมที่ {addresses.sockets()} หยุดด้วย Ctrl-C")
        crew.watch()


def _port() -> int:
    text = os.environ.get("PORT") or "8000"
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise machine.Refused(
            f"PORT ต้องเป็นเลข 1 ถึง 65535 ไม่ใช่ “{text}”\nPORT is a number from 1 to 65535."
        )
    return int(text)


with machine.refusals():
    main()
