"""Who decides where a vote is told without saying whose, and what a chair does by announcing it.

A motion is carried by the House that sits; "would be suspended" is no plan where whoever presides announces it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from extract import grammar, roles
from extract.context import Reading
from extract.grammar import Frame
from extract.naming import Cast
from extract.types import Telling

VOTES = {"decision/motion-fate", "decision/motion-lost", "decision/bare-motion"}
ANNOUNCING = {"announce", "declare", "rule", "pronounce", "decree", "proclaim", "order", "decide", "direct"}
LESSER = {"committee", "committees", "panel", "lords", "council"}  # which may be only one of those told of
UNSURE = {"if", "unless", "whether", "until"}


def by_the_house(told: tuple[Telling, ...], cast: Cast) -> tuple[Telling, ...]:
    """ "The motion was carried by 28 votes to 24": the House that was told of last decided it."""
    houses = [actor for actor in cast.actors if roles.is_a(cast, actor.id, "house")]
    full = [actor for actor in houses if actor.name.lower() not in LESSER] or houses
    places = sorted((span.start, actor.id) for actor in full for span in actor.mentions)
    if not places:
        return told

    def decided(telling: Telling) -> Telling:
        if telling.rule not in VOTES or telling.actors or (telling.status, telling.voice) != ("happened", "agentless"):
            return telling
        at = bisect_right(places, (telling.at, "~"))
        return replace(telling, actors=(places[max(at - 1, 0)][1],))

    return tuple(decided(telling) for telling in told)


def announced(reading: Reading, frame: Frame) -> bool:
    """Whether whoever presides says that it shall be: "*announced* that Hale would be suspended for a week"."""
    verb = frame.governor
    above = verb.head
    if frame.kind != "verb" or verb.dep_ != "ccomp" or above.i > verb.i or grammar.lemma(above) not in ANNOUNCING:
        return False
    if any(t.lower_ in UNSURE for t in above.sent):
        return False
    return any(reading.cast.at(t) in reading.cast.chairs for t in grammar.subjects(above))
