"""Official documents made of plain data: laid out in blocks, then written as text, DOCX or PDF.

Nothing here asks the database or knows a request. What stands in a document is Thai, whatever
the language of the screen.
"""
