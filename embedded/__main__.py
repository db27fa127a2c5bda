"""The door: python3 -m embedded [run | services | install]."""

from embedded.commands import main

main()
