"""Official papers of plain data: laid out in blocks, then written as text, DOCX or PDF.

Nothing here asks the database or knows a request; an app above says what stands in its papers
(``meetings.documents``, ``regions.synthesis_paper``). What stands in one is Thai, whatever the
language of the screen.
"""
