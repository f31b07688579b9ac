"""The words of the trade as frozen values: what flows from one module to the next, and what the public contract is made of.

Nothing here knows spaCy, files or figures. Equality is about what was said; where it was said rides along uncompared.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

CoreType = Literal["heckle", "attack", "ejection", "walkout", "point_of_order", "no_confidence_request"]
FurtherType = Literal["intervention", "ruling", "objection", "decision", "withdrawal", "scuffle", "adjournment", "reaction"]
EventType = Literal[CoreType, FurtherType]
CORE_TYPES: tuple[str, ...] = get_args(CoreType)
EVENT_TYPES: tuple[str, ...] = CORE_TYPES + get_args(FurtherType)
TYPE_PATTERN = r"[a-z][a-z_]*"  # how a type is written, those of a codebook of one's own too

Status = Literal["happened", "planned", "hypothetical", "denied"]
Voice = Literal["active", "passive", "nominal", "agentless"]
ActorKind = Literal["person", "group", "office"]
Place = Literal["inside", "outside", "entrance"]
Why = Literal["stated time", "connective", "place", "cause", "procedure", "tense", "telling", "correction"]
Standing = Literal["main", "known", "aim"]  # how words tell: as the news, as what was there before, as what is wanted
QuotationKind = Literal["direct", "indirect", "mixed"]
STATUSES: tuple[str, ...] = get_args(Status)
VOICES: tuple[str, ...] = get_args(Voice)
ACTOR_KINDS: tuple[str, ...] = get_args(ActorKind)
PLACES: tuple[str, ...] = get_args(Place)
WHYS: tuple[str, ...] = get_args(Why)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A passage: ``text == article.text[start:end]``; offsets count Unicode code points."""

    article: str
    start: int
    end: int
    text: str = field(compare=False)

    def holds(self, other: Span) -> bool:
        """Whether *other* lies wholly inside this span of the same article."""
        return self.article == other.article and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two passages of one article share a character."""
        return self.article == other.article and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One text as read. ``published`` is an ISO date, or date-time with zone; ``copy_of`` the article it copies."""

    id: str
    text: str = field(repr=False)
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    path: str | None = None
    sha256: str = ""
    words: int = 0
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, a group or an office that acts or is acted on; ``name`` is the fullest form in the article."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    role: str | None = None
    party: str | None = None
    mentions: tuple[Span, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Telling:
    """One passage that tells an act: the shortest clause that says it, the rule that read it and who stands in it."""

    type: str
    span: Span
    rule: str
    # Offset of the predicate: what signals and merges point at.
    at: int = 0
    voice: Voice = "active"
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    source: str | None = None
    status: Status = "happened"
    quote: str | None = None
    place: Place | None = None
    time_text: str | None = None
    date: str | None = None
    earliest: str | None = None
    latest: str | None = None
    hours: tuple[str, str] | None = None  # "HH:MM", the first and the last that the text allows
    # How the passage refers: it takes the act as known, stands in the lead, or says that it is a further one.
    recap: bool = False
    lead: bool = False
    again: bool = False
    confidence: float = 1.0
    # The number of its sentence, for what is told in one breath, and of its paragraph below the lead, from 1 (0: in the lead).
    sentence: int = field(default=-1, compare=False)
    depth: int = field(default=9, compare=False)
    # Of what is said afterwards: whether its words are known to be of the incident.
    of_it: bool = field(default=False, compare=False)
    # Of given triggers: how they stand in their sentence.
    standing: Standing | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Signal:
    """The act told by *before* precedes the one told by *after*, and the words that say so; of strength 0, at one time."""

    before: Telling
    after: Telling
    why: Why
    strength: float
    evidence: Span


@dataclass(frozen=True, slots=True)
class Value:
    """One of several answers that articles give, and the articles that give it."""

    value: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field on which the articles of one story differ."""

    field: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Sanction:
    """The standing order under which someone is out, and until when; ``assumed`` when the rule was not stated."""

    rule: str | None
    until: str | None
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One act by one actor (or several together) at one time, however often it is told."""

    id: str
    type: str
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    status: Status = "happened"
    source: str | None = None
    rank: int = 1
    rank_min: int = 1
    rank_max: int = 1
    date: str | None = None
    earliest: str | None = None
    latest: str | None = None
    time_text: str | None = None
    place: Place | None = None
    quote: str | None = None
    sanction: Sanction | None = None
    confidence: float = 1.0
    # Where the text says so: kept for the reader, no part of what makes two events the same.
    evidence: tuple[Telling, ...] = field(default=(), compare=False, repr=False)
    conflicts: tuple[Conflict, ...] = ()
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """*before* happened before *after*, why we say so (strength 0..1), and the words that say it where there are any."""

    before: str
    after: str
    strength: float
    why: Why
    evidence: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Link:
    """Who did what to whom, and in which events."""

    source: str
    target: str
    type: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that tell one story, its actors, its events in order and the links between the actors."""

    id: str
    title: str
    articles: tuple[Article, ...]
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    order: tuple[Edge, ...] = ()
    links: tuple[Link, ...] = ()

    def actor(self, id: str) -> Actor:
        """The actor of that id; KeyError if there is none."""
        return {actor.id: actor for actor in self.actors}[id]

    def event(self, id: str) -> Event:
        """The event of that id; KeyError if there is none."""
        return {event.id: event for event in self.events}[id]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words: what was said, who said it (None where the text does not tell) and the cue that says so.

    ``kind``: *direct* between quotation marks, *indirect* as a clause of the reporter's, *mixed* when that clause holds quoted
    words. ``speaker`` and ``addressee`` (to whom) are whole phrases of the article, "he" or "a spokesman for the mayor";
    ``name`` is the fullest one that the article has for the speaker. ``continued``: it goes on with the quotation before it.
    """

    content: Span
    speaker: Span | None = None
    cue: Span | None = None
    addressee: Span | None = None
    kind: QuotationKind = "direct"
    name: str | None = None
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage that was to be ordered: where it may stand (as of an event) and the days on which it can have been."""

    id: str
    span: Span
    rank: int = 1
    rank_min: int = 1
    rank_max: int = 1
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Ordering:
    """What happened before what, of given passages: ``order``, with what follows from it, is the truth; ranks only draw it.

    ``triggers`` are the passages as given, "t1" the first; ``order`` are edges between their ids.
    """

    triggers: tuple[Placed, ...]
    order: tuple[Edge, ...] = ()

    def precedes(self, one: str, other: str) -> bool:
        """Whether the order puts the trigger of one id before that of another; what it leaves open is False both ways."""
        after: dict[str, list[str]] = {}
        for edge in self.order:
            after.setdefault(edge.before, []).append(edge.after)
        reached, here = set[str](), [one]
        while here:
            new = [id for id in after.get(here.pop(), ()) if id not in reached]
            reached.update(new)
            here += new
        return other in reached
