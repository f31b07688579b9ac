"""Lines of a record: "Some hon. members: Shame!" quotes without marks, as Hansards and live blogs print what is called out.

Only a line that opens with members nobody names shows that a text is written so; titled names before a colon are read so there.
"""

from __future__ import annotations

import re

from extract.marks import Quote, quotes

SEVERAL = r"some|several|many|an|a|two|three|various|other|all|opposition|government|minority|majority"
WHOM = r"members?|senators?|deputies|deputy|lawmakers?|legislators?|mps?|councill?ors?|peers|voices?"
STYLED = r"hon\.|honou?rable|opposition|government"
CALLED = re.compile(rf"\s*(?:{SEVERAL})\s+(?:(?:{STYLED})\s+)?(?:{WHOM}):\s+(?=\S)", re.IGNORECASE)
NAMED = re.compile(r"\s*(?:Hon\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Senator|The Hon\.)\s+[A-Z][^:.!?\n]{1,60}(?:\([^)\n]*\))?:\s+(?=\S)")


def quotations(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[Quote, ...]:
    """The quotations of a text with what lines of a record hold; a line with marks of its own is left as it is."""
    found = quotes(text, spans)
    called = [(m, end) for start, end in spans if (m := CALLED.match(text, start, end))]
    if not called:
        return found
    named = [(m, end) for start, end in spans if (m := NAMED.match(text, start, end))]
    held = [Quote(m.end(), end, line=True) for m, end in (*called, *named) if not any(m.start() <= q.start < end for q in found)]
    return tuple(sorted((*found, *held), key=lambda quote: quote.start))
