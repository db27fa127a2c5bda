"""Official documents of meetings made of plain data: laid out in blocks, which
``portal.kernel.papers`` writes as text, DOCX or PDF.

Nothing here asks the database or knows a request. What stands in a document is Thai, whatever
the language of the screen.
"""
