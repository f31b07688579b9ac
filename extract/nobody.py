"""Capitalised words that are nobody's name where they stand: the place that heads a report, a cry of one word."""

from __future__ import annotations

import re

from extract.document import Document

PLACED = re.compile(r"(?:, [^\W\d_][\w .'-]{1,25})?,?(?: \([^)]{1,20}\))? ?(?: [-–]|—|--)\s")  # from a place to the dash


def only_cried(document: Document, start: int, end: int) -> bool:
    """ "'*Pathetic*,' he muttered": one word that is all that is quoted names somebody only where the text names him too."""
    quote = document.quote_at(document.doc[start].idx) if end - start == 1 else None
    return quote is not None and document.text[quote.start : quote.end].strip(" ,.!?\"'“”‘’") == document.doc[start].text


def dateline(document: Document, start: int, end: int) -> bool:
    """ "*SUVA*, Fiji - Walking out": the place in capitals that opens a paragraph, before the dash."""
    words, first = document.doc[start:end], document.doc[start].idx
    opens = not document.text[document.paragraphs[document.paragraph_of(first)][0] : first].strip()
    return opens and words.text.isupper() and PLACED.match(document.text, words.end_char) is not None
