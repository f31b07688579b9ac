"""Who says what to whom: quoted words with their speakers, and clauses that report what was said.

`attribute` gives each quotation the token of its speaker and of its cue; `quotations` gives everything said as values.
"""

from extract.speech.around import tokens_of
from extract.speech.cues import SPEAKING, according, speaks
from extract.speech.direct import Speech, attribute
from extract.speech.listeners import addressee
from extract.speech.values import quotations

MODES = {"attack", "broadside", "tirade", "outburst", "statement", "speech", "offensive"}

__all__ = ["MODES", "SPEAKING", "Speech", "according", "addressee", "attribute", "quotations", "speaks", "tokens_of"]
