"""What a chair does by announcing it: "would be suspended" is no plan where whoever presides says that it shall be."""

from __future__ import annotations

from extract import grammar
from extract.context import Reading
from extract.grammar import Frame

ANNOUNCING = {"announce", "declare", "rule", "pronounce", "decree", "proclaim", "order", "decide", "direct"}
UNSURE = {"if", "unless", "whether", "until"}


def announced(reading: Reading, frame: Frame) -> bool:
    """Whether whoever presides says that it shall be: "*announced* that Hale would be suspended for a week"."""
    verb = frame.governor
    above = verb.head
    if frame.kind != "verb" or verb.dep_ != "ccomp" or above.i > verb.i or grammar.lemma(above) not in ANNOUNCING:
        return False
    if any(t.lower_ in UNSURE for t in above.sent):
        return False
    return any(reading.cast.at(t) in reading.cast.chairs for t in grammar.subjects(above))
