"""A roster from a spreadsheet: read into cells, checked row by row, written by the actions.

``reading`` turns a file into :class:`~committees.imports.table.Table`; ``checking`` says of
each row what it would do or what is wrong with it, and writes nothing.
"""
