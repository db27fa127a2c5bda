"""The web server, the same under `make run` and in the container."""

import gc
import tempfile
from pathlib import Path

workers = 2
worker_class = "gthread"
threads = 4
preload_app = True
timeout = 30
graceful_timeout = 5
control_socket_disable = True
# A worker's sign of life is a file's time; on a disk a busy moment could look like death.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else tempfile.gettempdir()


def when_ready(server):
    """What is loaded now stays shared: the collector never touches it again.

    A page makes thousands of small things and keeps none, so it looks less often.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
