"""What a person can ask for: the whole portal, its servers alone, or the installation alone."""

import argparse
import sys

from embedded import addresses, machine, services, testing


def main() -> None:
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)
    asked = _arguments().parse_args()
    try:
        machine.check()
        asked.do(asked)
    except machine.Refused as refused:
        sys.exit(f"\n{refused}")
    except KeyboardInterrupt:
        sys.exit(130)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python3 -m embedded", description=__doc__)
    commands = parser.add_subparsers(required=True)
    alone = commands.add_parser("services", help="the database and the broker alone")
    alone.add_argument("--for-tests", action="store_true", help="quick, and gone when unused")
    alone.set_defaults(do=_services)
    return parser


def _services(asked: argparse.Namespace) -> None:
    if asked.for_tests:
        testing.serve()
    else:
        _serve()


def _serve() -> None:
    with services.crew() as crew:
        both = services.Services(crew)
        crew.layers = both.layers()
        both.start()
        both.wait()
        crew.say(f"ฐานข้อมูลและคิวงานพร้อมที่ {addresses.sockets()}")
        crew.watch()
