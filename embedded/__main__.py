"""The door, for any Python: python3 -m embedded [run | services | install].

It needs nothing but the standard library. What is asked for is installed first
and then goes on inside .venv (``embedded.inside``), in this same process.
"""

import argparse

from embedded import environment, machine


def main() -> None:
    parser = argparse.ArgumentParser(prog="python3 -m embedded")
    parser.add_argument(
        "wanted",
        choices=["run", "services", "install", "install-dev"],
        help="the whole portal; its database and broker alone; .venv alone; .venv for the tests",
    )
    wanted = parser.parse_args().wanted
    machine.check()
    environment.install("dev" if wanted == "install-dev" else "embedded")
    if wanted in {"run", "services"}:
        environment.enter("embedded.inside", wanted)


with machine.refusals():
    main()
