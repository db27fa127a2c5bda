"""What the log may say: ids and never names."""

import logging
import re

# PostgreSQL's second sentence repeats the row it refused, with everything a person typed.
_DETAIL = re.compile(
    r"^DETAIL:.*?(?=^(?:CONTEXT|HINT|The above|During handling|Traceback)|\Z)",
    re.MULTILINE | re.DOTALL,
)


class LineFormatter(logging.Formatter):
    """One line a record; a traceback keeps its path and loses what the row held."""

    def formatException(self, ei: tuple) -> str:  # noqa: N802 -- the name is logging's
        return _DETAIL.sub("DETAIL: left out\n", super().formatException(ei)).rstrip("\n")
