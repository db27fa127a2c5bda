"""One command runs the whole portal: its own PostgreSQL, broker and processes, under var/."""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "ต้องใช้ Python 3.11 ขึ้นไป (เครื่องนี้เป็น Python "
        + ".".join(str(part) for part in sys.version_info[:3])
        + ") ถ้ามีรุ่นใหม่กว่าในเครื่อง เช่น python3.12 ให้สั่ง make run PYTHON=python3.12\n"
        "Python 3.11 or newer is needed; name another with PYTHON=python3.12."
    )
