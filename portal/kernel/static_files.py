"""Static files as they are served: hashed, compressed, and the stylesheet in one piece.

The styles are one file per component, and css/app.css imports them. An import is a
second round trip on a weak signal, so collecting joins them; nothing is translated,
and without collecting (a test, a look at the source) the imports work as they are.
"""

import re
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

JOINED = "css/app.css"
IMPORT = re.compile(r'^@import "([^"]+)";\n', re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


class PortalStaticFilesStorage(CompressedManifestStaticFilesStorage):
    def post_process(self, paths, dry_run=False, **options):
        if JOINED in paths and not dry_run:
            self.delete(JOINED)
            self.save(JOINED, ContentFile(joined(JOINED, paths).encode()))
            paths = {**paths, JOINED: (self, JOINED)}
        return super().post_process(paths, dry_run, **options)


def joined(name, paths):
    """The stylesheet with every import replaced by what it names, comments left out."""
    storage, path = paths[name]
    with storage.open(path) as file:
        text = COMMENT.sub("", file.read().decode())
    folder = PurePosixPath(name).parent
    return IMPORT.sub(lambda found: joined(str(folder / found[1]), paths), text)
