"""What the rules read from, and whom a phrase stands for: the parsed article, its cast and its quotations together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from extract import dates, grammar, lexicon
from extract.document import Document
from extract.grammar import Frame
from extract.grammar.phrases import line, says
from extract.naming import Cast
from extract.patience import within
from extract.speech import Speech
from extract.tree import Doc, Token
from extract.tree import Span as Tokens

OWNED_BY = ("of", "by", "from")
JOINTS = (("and",), ("along", "with"), ("together", "with"), ("as", "well", "as"))
REACH = 16  # tokens that an object phrase with two titled names takes
DOTTED = re.compile(r"^(\(?\d{1,2})\.(\d{2})(?=\W)(?! ?%)")  # "15.30 Back in the chamber": at the head of an entry a time
STAMPS = 3  # paragraphs that open with a clock time, from which an article is a live blog
AFTERWARDS = 7  # days within which a sitting is still talked of
TOP = 8  # sentences in which news says when it was


@dataclass(frozen=True, eq=False)
class Reading:
    """What the rules read from: the parsed article, its cast and its quotations."""

    document: Document
    cast: Cast
    speeches: tuple[Speech, ...]
    outside: bool = False  # whether it is read as said outside, wherever it stands

    @cached_property
    def sitting_date(self) -> str | None:
        """The day of the sitting."""
        return sitting_date(self.document)

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        """All frames of the article, in reading order."""
        return tuple(grammar.frames(self.document.doc.sents))

    @cached_property
    def reports(self) -> tuple[Frame, ...]:
        """The frames that may be of speaking."""
        verbs = lexicon.words("speech", "reporting", "holding", "claim")

        def wanted(token: Token) -> bool:
            return not verbs.isdisjoint(grammar.words_of(token.lower_, token.lemma_))

        return tuple(grammar.frames(self.document.doc.sents, wanted))

    def asked(self, wanted: Callable[[Token], bool]) -> Iterator[Frame]:
        """The frames of wanted tokens, as long as they do not ask too much. Raises `Unreadable`."""
        return within(grammar.frames(self.document.doc.sents, wanted), self.document.article)

    @cached_property
    def outsiders(self) -> frozenset[str]:
        """Those to whom the article gives a trade that has no voice in a debate: "*CEO* Kim Lind", "Ann Hale, an *analyst*"."""
        mentions = ((id, self.document.doc[i]) for i, id in self.cast.by_token.items())
        rows = ((id, word) for id, token in mentions for word in (token, *token.children))
        return frozenset(id for id, word in rows if word.dep_ != "nmod:poss" and _trade(word))

    @cached_property
    def party_matters(self) -> frozenset[str]:
        """The verbs by which the article tells that somebody was put out of a party: said alone, they mean that again."""
        told = (s for s in self.document.sentences if says(line(s), "scene", "parties_left"))
        return frozenset(grammar.lemma(t) for s in told for t in s if t.pos_ == "VERB")

    @cached_property
    def denials(self) -> tuple[Tokens, ...]:
        """The sentences that tell of a denial of confidence."""
        return tuple(s for s in self.document.sentences if says(line(s), "motions", "denials"))

    def said_by(self, cue: Token) -> Sequence[Speech]:
        """The quotations that a word says."""
        return self._by_cue.get(cue.i, ())

    @cached_property
    def _by_cue(self) -> dict[int, list[Speech]]:
        out: dict[int, list[Speech]] = {}
        for said in self.speeches:
            if said.cue is not None:
                out.setdefault(said.cue.i, []).append(said)
        return out

    @cached_property
    def by_paragraph(self) -> dict[int, list[int]]:
        """For each paragraph the numbers of its quotations."""
        out: dict[int, list[int]] = {}
        for n, speech in enumerate(self.speeches):
            out.setdefault(self.document.paragraph_of(speech.quote.start), []).append(n)
        return out


def _trade(word: Token) -> bool:
    """A noun of such a trade that stands for somebody or before his name; a "former reporter" is none any more."""
    held = any(c.lower_ in {"former", "ex", "one-time"} for c in (*word.children, *word.head.children))
    if held or word.pos_ not in {"NOUN", "PROPN"}:
        return False
    return grammar.lemma(word).lower() in lexicon.words("people", "outsiders") or _heads_a_body(word)


def _heads_a_body(word: Token) -> bool:
    """Whether somebody heads a body that has no seat: "the *union's president*", "the *head of the charity*"."""
    if grammar.lemma(word).lower() not in lexicon.words("people", "heads"):
        return False
    of = (c for c in word.children if c.dep_.startswith(("compound", "nmod")))
    plain = (c for c in of if c.text.islower() or c.i == c.sent.start)  # "the Democratic *Union* leader" heads a party
    return any(grammar.lemma(c).lower() in lexicon.words("people", "bodies") for c in plain)


def sitting_date(document: Document) -> str | None:
    """The day of the sitting: the first full date that the reporter's own words give near the top, a dateline's last.

    The day on which somebody spoke of it afterwards gives way to an earlier one. A live blog is written on the day.
    """
    stamped = stamps(document)  # an entry of a live blog speaks of other days: "who was ejected *yesterday*"
    top = [s for s in document.sentences[:TOP] if document.paragraph_of(s.start_char) not in stamped]
    found = [(s, document.times_of(s)) for s in top]
    past = [(s, [t for t in times if t.date and not (t.ahead or t.told or _to_come(s, t))]) for s, times in found]
    firsts = [(s, dates.surest(times)) for s, times in past]
    told = sorted(((time, _of_talk(document, s, time)) for s, time in firsts if time is not None), key=lambda t: t[0].dateline)
    if told:
        first, talk = told[0]
        before = (time.date for time, _ in told if talk and time.date and first.date and _shortly(time.date, first.date))
        return next(before, first.date)
    day = dates.day(document.article.published)
    return day.isoformat() if day is not None and stamped else None


def _of_talk(document: Document, sentence: Tokens, time: dates.Time) -> bool:
    """Whether a time is that of words to the press or of a complaint: "he *complained* on Friday"."""
    verb = _verb_of(sentence, time)
    inside = document.places[document.sentence_numbers[sentence.start]] == "inside"
    return grammar.lemma(verb) in lexicon.words("speech", "reporting") and not inside


def _to_come(sentence: Tokens, time: dates.Time) -> bool:
    """Whether a time is that of what is still to be: "she *will* be back *on Monday*"."""
    return any(c.dep_ == "aux" and c.lower_ in {"will", "'ll", "shall"} for c in _verb_of(sentence, time).children)


def _verb_of(sentence: Tokens, time: dates.Time) -> Token:
    """The verb to which a time belongs, else the root of its sentence."""
    at = sentence.start_char + time.start
    token = next((t for t in sentence if t.idx <= at < t.idx + len(t.text_with_ws)), sentence.root)
    return next((t for t in (token, *token.ancestors) if t.pos_ == "VERB"), sentence.root)


def _shortly(one: str, other: str) -> bool:
    """Whether a day lies one to seven days before another."""
    return 0 < (date.fromisoformat(other) - date.fromisoformat(one)).days <= AFTERWARDS


def stamps(document: Document) -> dict[int, tuple[str, str]]:
    """For each paragraph of a live blog the clock time that it, or the one it goes on from, opens with; else nothing."""
    opening = {}
    for n, (start, end) in enumerate(document.paragraphs):
        opens = DOTTED.sub(r"\1:\2", document.text[start:end][:40])
        first = next(iter(dates.find_all(opens, published=None)), None) if dates.may_tell_hours(opens) else None
        if first is not None and first.hours and first.kind == "clock" and first.start <= 1:
            opening[n] = first.hours
    if len(opening) < STAMPS:
        return {}
    out, here = {}, None
    for n in range(len(document.paragraphs)):
        here = opening.get(n, here)
        if here is not None:
            out[n] = here
    return out


def who(cast: Cast, token: Token) -> str | None:
    """The actor a phrase stands for: itself, or whose it is: "*Mr Hale's* comments", "the remarks *of Hale*"."""
    if (own := cast.at(token)) is not None:
        return own
    if grammar.lemma(token) in lexicon.words("people", "removals"):  # "the ejection of Hale *by Lind*": Hale only suffers it
        return next((id for t in grammar.by_phrase(token) if (id := cast.at(t)) is not None), None)
    if grammar.lemma(token) in lexicon.words("people", "relations"):
        named = (cast.at(c) for c in token.children if c.dep_ in {"appos", "flat"})
        return next(filter(None, named), None)  # "Mr Hale's *wife*, Ann Hale," is not Mr Hale
    called = (id for c in token.children if c.dep_ == "appos" and _apart(token, c) and (id := cast.at(c)) is not None)
    if token.pos_ in {"NOUN", "ADJ"} and (name := next(called, None)) is not None and cast.get(name).kind == "person":
        return name  # "her opposite *number*, Ann Hale,"
    if grammar.lemma(token) in lexicon.words("people", "governments"):  # "the previous *Labour administration*" is Labour
        for side in (c for c in token.children if c.dep_ in {"compound", "amod"} and cast.at(c) is not None):
            return cast.at(side)
    for child in token.children:
        if child.dep_.startswith("nmod:poss") and (owner := cast.at(child)) is not None:
            return owner
    for child in token.children:
        if child.dep_.startswith("nmod") and grammar.preposition(child) in OWNED_BY and (owner := cast.at(child)) is not None:
            return owner
    return None


def _apart(token: Token, name: Token) -> bool:
    """Whether a comma stands before a name beside a noun: "the *director* of health, *Ann Hale*,"."""
    return token.i < name.i and grammar.opened_by_comma(name)


def standing_for(cast: Cast, token: Token) -> tuple[str, ...]:
    """All that a phrase stands for: the several of a "they", else the one that `who` gives."""
    id = who(cast, token)
    return cast.all_at(token) or ((id,) if id is not None else ())


def joined(cast: Cast, token: Token) -> list[str]:
    """Those joined to a named one where the parse lost it: "from whip *Ann Hale* and co-leader *Kim Lind*", "along with"."""
    ids: list[str] = []
    id, at = cast.at(token), token.i
    while id is not None and not token.dep_.startswith("nsubj"):
        start = _after_joint(token.doc, cast, at)
        other = cast.at(token.doc[start]) if start else None
        if other is None or other in {id, *ids} or _is_subject(token.doc, cast, start):
            break
        ids.append(other)
        at = start
    return ids


def _after_joint(doc: Doc, cast: Cast, at: int) -> int:
    """Where the mention begins that a joint ties to the one at a token; 0 where none does."""
    id = cast.at(doc[at])
    while at + 1 < len(doc) and cast.at(doc[at + 1]) == id:
        at += 1
    words = tuple(t.lower_ for t in doc[at + 1 : at + 4])
    joint = next((joint for joint in JOINTS if words[: len(joint)] == joint), ())
    start = at + 1 + len(joint)
    start += start < len(doc) and doc[start].lower_ == "colleagues"
    return start if joint and start < len(doc) else 0


def _is_subject(doc: Doc, cast: Cast, start: int) -> bool:
    """Whether the mention that begins there does something of its own."""
    id = cast.at(doc[start])
    return any(t.dep_.startswith("nsubj") for t in doc[start : start + REACH] if cast.at(t) == id)
