"""The form of a report as a workbook: written with what the draft holds, filled in, and read.

Each answer has a key in a hidden column (``questions.py``) and is found by it alone, so rows,
columns and sheets may be moved, added and renamed.
"""
