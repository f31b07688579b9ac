"""Events in words: what happened in one line, and why it stands where it stands in the order.

The timeline, the list, the exported page and the command line all say an event with the same words: these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from .roster import FROM_ROSTER
from .types import Actor, Edge, Event, Place, Span, Status, Story


class Phrase(NamedTuple):
    """How a type is said of one actor, of several, of a target, and of nobody in particular."""

    one: str
    many: str
    whom: str
    passive: str
    bare: str


ON_SOMEBODY = {"ejection", "attack"}  # acts that are nothing without somebody who suffers them
OPENING = 0.3  # strength below which an edge of the order of telling only places what the lead alone tells
TYPE_NAMES: Mapping[str, str] = {
    "heckle": "Heckle",
    "attack": "Attack",
    "ejection": "Ejection",
    "walkout": "Walkout",
    "point_of_order": "Point of order",
    "no_confidence_request": "No-confidence request",
    "intervention": "Intervention",
    "ruling": "Ruling",
    "objection": "Objection",
    "decision": "Decision",
    "withdrawal": "Withdrawal",
    "scuffle": "Scuffle",
    "adjournment": "Adjournment",
    "reaction": "Reaction",
}

STATUS_NAMES: Mapping[Status, str] = {
    "happened": "Happened",
    "planned": "Planned or threatened",
    "hypothetical": "Only talked of",
    "denied": "Denied",
}

PLACE_NAMES: Mapping[Place, str] = {"entrance": "At the entrance", "inside": "Inside", "outside": "Outside"}

PHRASES: Mapping[str, Phrase] = {
    "heckle": Phrase("heckles", "heckle", " {}", "{} heckled", "Heckling"),
    "attack": Phrase("attacks", "attack", " {}", "{} attacked", "A verbal attack"),
    "ejection": Phrase("ejects", "eject", " {}", "{} ejected", "An ejection"),
    "walkout": Phrase("walks out", "walk out", " over {}", "A walkout over {}", "A walkout"),
    "point_of_order": Phrase(
        "raises a point of order", "raise a point of order", " about {}", "A point of order about {}", "A point of order"
    ),
    "no_confidence_request": Phrase(
        "asks for a vote of no confidence",
        "ask for a vote of no confidence",
        " in {}",
        "A vote of no confidence in {} asked for",
        "A vote of no confidence asked for",
    ),
    "intervention": Phrase("steps in", "step in", " against {}", "{} called to order", "A call to order"),
    "ruling": Phrase("gives a ruling", "give a ruling", " on {}", "A ruling on {}", "A ruling"),
    "objection": Phrase("objects", "object", " to {}", "An objection to {}", "An objection"),
    "decision": Phrase("takes a decision", "take a decision", " on {}", "A decision on {}", "A decision"),
    "withdrawal": Phrase(
        "withdraws or apologises", "withdraw or apologise", " to {}", "Words to {} withdrawn", "Words withdrawn"
    ),
    "scuffle": Phrase("scuffles", "scuffle", " with {}", "{} in a scuffle", "A scuffle"),
    "adjournment": Phrase(
        "adjourns the sitting", "adjourn the sitting", " over {}", "The sitting adjourned over {}", "The sitting adjourned"
    ),
    "reaction": Phrase("comments", "comment", " on {}", "A comment on {}", "A comment"),
}


def type_name(type: str) -> str:
    """A type as a reader meets it: "Point of order"; one of a codebook of one's own by its file, "Road block"."""
    return TYPE_NAMES.get(type) or type.replace("_", " ").capitalize()


def phrase_of(type: str) -> Phrase:
    """How a type is said; one of a codebook of one's own by its name alone: "Farmers – road block – the ministry"."""
    name = type_name(type)
    return PHRASES.get(type) or Phrase(f"– {name.lower()}", f"– {name.lower()}", " – {}", f"{name}: {{}}", name)


# Groups whose name is singular in form and plural in grammar.
PLURAL_HEADS = {"staff", "police", "people", "women", "men", "crew", "others", "public"}
NOBILIARY = {"de", "del", "da", "di", "van", "von", "der", "den", "la", "le", "al", "bin", "te", "ngā", "ter", "ten"}
MOST_WORDS = 90
SPOKEN = ("stated time", "connective", "cause", "tense")


def caption(story: Story, event: Event) -> str:
    """The event in one line: "Kelvin Davis heckles John Key", "planned: Speaker ejects Ama Okoro"."""
    names = {actor.id: actor.name for actor in story.actors}
    said = _clause(story, event, names)
    prefix = "" if event.status == "happened" else f"{event.status}: "
    claim = f", according to {names[event.source]}" if event.source in names else ""
    return f"{prefix}{said}{claim}"


def who(story: Story, ids: Iterable[str]) -> str:
    """The named actors as a reader would list them; empty when there are none."""
    return listed([actor.name for id in ids for actor in story.actors if actor.id == id])


# Words that mean somebody told of before; where no actor's mentions hold one, the text leaves open who it is.
ANAPHORS = re.compile(
    r"\b(?:he|him|his|himself|she|her|herself|they|them|their|themselves|(?:the|that) (?:MP|member|senator|lawmaker))\b", re.I
)


def left_open(story: Story, event: Event) -> str:
    """The words of an event that may mean several people, or nobody whom the article names: "“her”, “the MP”"."""
    known = [mention for actor in story.actors for mention in actor.mentions]
    words = [
        match[0]
        for span in (telling.span for telling in event.evidence)
        for match in ANAPHORS.finditer(span.text)
        if not _held(span.start + match.start(), span, known)
    ]
    return ", ".join(f"“{word}”" for word in dict.fromkeys(words))


def _held(at: int, span: Span, known: Iterable[Span]) -> bool:
    return any(mention.article == span.article and mention.start <= at < mention.end for mention in known)


def from_roster(story: Story, event: Event) -> str:
    """Who in an event has a name, party or office that no article gives: "Ada Quill: Speaker (name from the roster)"."""
    ids = dict.fromkeys(filter(None, (*event.actors, *event.targets, event.source)))
    known = [actor for id in ids for actor in story.actors if actor.id == id and FROM_ROSTER in (actor.role or "")]
    return "; ".join(f"{actor.name}: {actor.role}{_called(actor)}" for actor in known)


def _called(actor: Actor) -> str:
    """What the text calls somebody: the roster's name stands nowhere in it."""
    named = re.search(rf"\bname\b[^(]*{FROM_ROSTER}\)?$", actor.role or "")
    return f", in the text “{actor.aliases[0]}”" if named and actor.aliases else ""


def listed(names: Iterable[str], *, most: int = 4) -> str:
    """As in "A", "A and B", "A, B and C", "A, B, C and 4 others"."""
    shown = list(names)
    if len(shown) > most:
        shown[most - 1 :] = [f"{len(shown) - most + 1} others"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def in_order(story: Story) -> tuple[Event, ...]:
    """The events as they happened; those of one rank in the order in which they are told."""
    articles = {article.id: place for place, article in enumerate(story.articles)}

    def told(event: Event) -> tuple[int, int]:
        spans = [telling.span for telling in event.evidence]
        return min(((articles.get(span.article, len(articles)), span.start) for span in spans), default=(len(articles), 0))

    return tuple(sorted(story.events, key=lambda event: (event.rank, told(event), event.id)))


def short_names(story: Story) -> dict[str, str]:
    """The name to draw for each actor: the surname where no other actor shares it, else the whole name."""
    short = {actor.id: _short(actor) for actor in story.actors}
    taken = list(short.values())
    return {actor.id: short[actor.id] if taken.count(short[actor.id]) == 1 else actor.name for actor in story.actors}


def why_here(story: Story, event: Event) -> str:
    """Why the event stands where it stands, in one sentence: 'after 3, because the text says "That came after"'."""
    events = {item.id: item for item in story.events}
    known = [edge for edge in story.order if edge.before in events and edge.after in events]
    follows = [edge for edge in known if edge.after == event.id]
    precedes = [edge for edge in known if edge.before == event.id]
    # What the text says in words comes first, then what is nearest.
    if follows:
        edge = max(follows, key=lambda edge: (_spoken(edge), events[edge.before].rank, edge.strength))
        reason = f"after {events[edge.before].rank}, {_because(edge, events)}"
    elif precedes:
        edge = max(precedes, key=lambda edge: (_spoken(edge), -events[edge.after].rank, edge.strength))
        reason = f"before {events[edge.after].rank}, {_because(edge, events)}"
    else:
        reason = "the text does not tie it to another event" if len(events) > 1 else "it is the only event"
    return reason + _room(event)


def reason(story: Story, edge: Edge) -> str:
    """Why one event stands before another: 'because the text says "That came after"'."""
    return _because(edge, {event.id: event for event in story.events})


def number(event: Event) -> str:
    """The place in the order as it is shown: "3", or "3–5" when the text leaves it open."""
    return str(event.rank) if event.rank_min >= event.rank_max else f"{event.rank_min}–{event.rank_max}"


def uncertain(event: Event) -> bool:
    """Whether the text leaves open where the event stands."""
    return event.rank_min < event.rank_max


def room(event: Event) -> str:
    """How far an event could move: "at 3 only", "anywhere from 3 to 5"."""
    return f"anywhere from {event.rank_min} to {event.rank_max}" if uncertain(event) else f"at {event.rank} only"


def shortened(text: str, *, most: int = MOST_WORDS) -> str:
    """The text on one line, cut at a word when it is longer than *most* characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _clause(story: Story, event: Event, names: Mapping[str, str]) -> str:
    phrase = phrase_of(event.type)
    actors = [names[id] for id in event.actors if id in names]
    targets = [names[id] for id in event.targets if id in names]
    if len(actors) > 1 and set(event.actors) == set(event.targets):
        return f"{listed(actors)} {phrase.many}{phrase.whom.format('each other')}"
    if not actors:
        return phrase.passive.format(listed(targets)) if targets else phrase.bare
    several = len(actors) > 1 or _plural(story.actor(event.actors[0]))
    verb = phrase.many if several else phrase.one
    whom = listed(targets) or ("somebody" if event.type in ON_SOMEBODY else "")
    return f"{listed(actors)} {verb}" + (phrase.whom.format(whom) if whom else "")


def _plural(actor: Actor) -> bool:
    """Plural: "Labour MPs", "Mr Key's *staff*", "*members* of the public"; singular: "Labour Party"."""
    words = re.split(r" (?:of|from|in|for) ", actor.name)[0].split() or [""]
    head = words[-1].casefold()
    return actor.kind == "group" and (head in PLURAL_HEADS or bool(re.search(r"[^s'’]s$", head)))


def _short(actor: Actor) -> str:
    words = actor.name.split()
    if actor.kind != "person" or len(words) < 2:
        return re.sub(r"^(?:Mr|Mrs|Ms|Dr|Sir|Dame) (?=\S)", "", actor.name)
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in NOBILIARY:
        start -= 1
    return " ".join(words[start:])


def _spoken(edge: Edge) -> bool:
    """Whether words of the text say the order, rather than a place or a procedure implying it."""
    return edge.evidence is not None and edge.why in SPOKEN


def _told(edge: Edge) -> str:
    """The order of telling; weaker still where one of the two stands in the opening alone."""
    if edge.strength < OPENING:
        return "a guess: one of the two is told in the opening alone, which sums up"
    return "because that is the order in which the text tells them"


def _because(edge: Edge, events: Mapping[str, Event]) -> str:
    words = f' "{shortened(edge.evidence.text)}"' if edge.evidence else ""
    before, after = events[edge.before], events[edge.after]
    kinds = f"a {type_name(before.type).lower()} before a {type_name(after.type).lower()}"
    kinds = re.sub(r"\ba (?=[aeiou])", "an ", kinds)
    reasons = {
        "stated time": f"because the text gives the time:{words}" if words else _times(before, after),
        "connective": f"because the text says{words}" if words else "because the text says so",
        "place": _places(before, after),
        "cause": f"because the one led to the other:{words}" if words else "because the one led to the other",
        "procedure": f"because procedure puts {kinds}",
        "tense": f"because the text looks back on the earlier one:{words}" if words else "because of the tense of the verb",
        "telling": _told(edge),
        "correction": "because a reader put them in this order",
    }
    return reasons[edge.why]


def _times(before: Event, after: Event) -> str:
    """The words of time of two events, or of the one that has them; the other is then of the day of the sitting."""
    if before.time_text and after.time_text and before.time_text != after.time_text:
        return f'because the text gives the times: "{shortened(before.time_text)}", "{shortened(after.time_text)}"'
    alone = {shortened(words) for words in (before.time_text, after.time_text) if words}
    return f'because the text gives the time: "{alone.pop()}"' if len(alone) == 1 else "because of the times that the text gives"


def _places(before: Event, after: Event) -> str:
    if before.place and after.place and before.place != after.place:
        first, then = PLACE_NAMES[before.place].lower(), PLACE_NAMES[after.place].lower()
        return f"because the one is {first}, the other {then}"
    return "because it was said afterwards" if after.type == "reaction" else "because of where they happened"


def _room(event: Event) -> str:
    if not uncertain(event):
        return ""
    return f"; the text leaves it open between {event.rank_min} and {event.rank_max}"
