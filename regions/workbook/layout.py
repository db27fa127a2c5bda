"""What the writer and the reader of a workbook agree upon, and nothing else."""

import re

# The marks of the columns, in a hidden row above each sheet of a section.
ANSWER, NOTE, KEY = "portal:answer", "portal:note", "portal:key"
MARKS = (ANSWER, NOTE, KEY)
# Rows that are no answers.
REPORT, OF = "report/id", "report/of"
WORDS = "row/words"
VERSION = "version"
KEYS = re.compile(r"[a-z_]{1,40}/[A-Za-z0-9_-]{1,80}")


def version_key(section: str) -> str:
    return f"{section}/{VERSION}"
