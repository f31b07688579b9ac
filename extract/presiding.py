"""Who presides, where no title says so: whoever does what only a chair does is "the Speaker" of whom the article speaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from extract import grammar, lexicon, speech
from extract.grammar.phrases import held, line, may_say, says
from extract.naming import Part
from extract.state import State, presides
from extract.tree import Doc, Token

STRONG, WEAK = 2, 1
DEPUTY = re.compile(r"(?:deputy|vice|assistant|acting|temporary|leas|first|second|senior|principal)\b")
# "Ann Hale of the Democratic Party, *who heads the panel*", "*chaired by* Ann Hale", "*with* Ann Hale *presiding*".
BODIES = (
    r"(?:the|its|this|that|their|our|a)\s+(?:[\w-]+\s+){0,3}?"
    r"(committee|panel|commission|subcommittee|board|meeting|session|sitting|hearing|house|council|chamber|debate|proceedings)\b"
)
CHAIRING = rf"(?:chair(?:s|ed|ing)?|head(?:s|ed|ing)?|(?:presid(?:es|ed|ing))\s+over)\s+{BODIES}"
WHO = re.compile(
    rf"(?:\s+(?:of|from|for)\s+[^,.;:\"“”\n]{{2,60}})?,\s+(?:who\s+)?(?:(?:was|is|had\s+been|also|currently|now)\s+)*"
    rf"(?:{CHAIRING}|chairing\b|presiding\b|in\s+the\s+chair\b|who\s+presid(?:es|ed)\b)"
)
BY = re.compile(r"\b(?:chaired|presided\s+over)\s+by\s+(?:the\s+)?$")
WITH = re.compile(r"\s+(?:in\s+the\s+chair|presiding)\b")
UPPER = re.compile(r"\bLegislative Council\b")
LESSER = {"committee", "panel", "commission", "subcommittee", "board"}
AROUND = 120  # characters about a name
CALLED = 9  # words from a name to what it is called
ENOUGH = 2  # one act that settles it, or two that point to it


def seat(state: State) -> None:
    """Give the chair that nobody named holds to the one person who acts like one: the rest of the cast is read by it."""
    people = [part for part in state.parts.values() if part.kind == "person"]
    _introduced(state, people)
    vacant = _vacant(state, people) or _upper(state, people)
    if not vacant:
        return
    score = Counter[str]()
    for id, weight in _acts(state):
        score[id] += weight
    ranked = [(n, id) for id, n in score.items() if n >= ENOUGH and _may_preside(state.parts[id])]
    best = max(ranked, default=(0, ""))
    if best[0] and sum(n > best[0] / 2 for n, _ in ranked) == 1:
        state.parts[best[1]].titles += [(office, ()) for office in vacant]


def _introduced(state: State, people: list[Part]) -> None:
    """Give the chair to those whom the article introduces as having it, whatever rank stands before their names."""
    text = state.document.text
    for part in people:
        for mention in part.mentions if part.names and not presides(part) else ():
            start, last = state.document.doc[mention.start].idx, state.document.doc[mention.end - 1]
            end = last.idx + len(last)
            before = text[max(start - AROUND, 0) : start]
            who = WHO.match(text, end) or (WITH.match(text, end) if re.search(r"\b[Ww]ith\s+$", before) else None)
            if who is not None or BY.search(before):
                body = next((g for g in who.groups() if g), "") if who is not None else ""
                part.titles.append(("committee chair" if body in LESSER else "chair", ()))
                break


def _vacant(state: State, people: list[Part]) -> list[str]:
    """The chairs that the article speaks of and nobody named holds; only a deputy's where the Speaker is named."""
    chairs = lexicon.words("offices", "chairs")
    held = {title for part in people if presides(part) for title, _ in part.titles}
    spoken = dict.fromkeys(m.office.lower() for m in state.mentions if m.kind == "office" and not m.former)
    free = [office for office in spoken if office in chairs and office not in held]
    deputies = [office for office in free if DEPUTY.match(office)]
    full = [office for office in free if office not in deputies]
    if held:
        return deputies
    return full if set(full) - {"chair"} or not deputies else free


def _upper(state: State, people: list[Part]) -> list[str]:
    """The chair of a Legislative Council whose one president acts like it, where nobody else presides."""
    presidents = [part for part in people if any(title == "president" and not of for title, of in part.titles)]
    if len(presidents) != 1 or any(presides(part) for part in people) or UPPER.search(state.document.text) is None:
        return []
    if any(id == presidents[0].id for id, _ in _acts(state)):
        presidents[0].titles.append(("president of the legislative council", ()))
    return []


def _may_preside(part: Part) -> bool:
    """Whether nothing that the article calls somebody speaks against it: no minister, no leader, no whip presides."""
    barred = lexicon.words("offices", "offices") | {"leader", "whip", "chief whip", "minister", "prime minister"}
    return not any(title in barred or title.endswith(("leader", "minister", "whip")) for title, _ in part.titles)


def _acts(state: State) -> Iterator[tuple[str, int]]:
    """Each act of a chair with who does it and how much it says."""
    document = state.document
    persons = _persons(state)
    told = (sentence for sentence in document.doc.sents if may_say(line(sentence), "presiding", "strong", "weak"))
    for frame in grammar.frames(told):
        if frame.kind == "verb" and document.quote_at(frame.token.idx) is None:
            ids = {persons[t.i] for t in frame.agents if t.i in persons}
            if len(ids) == 1 and (weight := _weight(frame.token)):
                yield ids.pop(), weight
    yield from ((persons[t.i], STRONG) for t in _called_speaker(document.doc) if t.i in persons)
    for said in speech.attribute(document):
        if said.speaker is not None and said.speaker.i in persons:
            words = line(speech.tokens_of(document, said.quote))
            for key, weight in (("aloud", STRONG), ("aloud_weak", WEAK)):
                if says(words, "presiding", key):
                    yield persons[said.speaker.i], weight


def _persons(state: State) -> dict[int, str]:
    """The person of each word that names one."""
    return {
        i: ids[0]
        for n, ids in state.chosen.items()
        if len(ids) == 1 and state.parts[ids[0]].kind == "person"
        for i in range(state.mentions[n].start, state.mentions[n].end)
    }


def _called_speaker(doc: Doc) -> Iterator[Token]:
    """Who is said to be: "*Quill* is a Speaker who", "*Quill*, who was in the chair", "called *Quill* a partisan Speaker"."""
    for token in doc:
        if token.lower_ in {"speaker", "chair"} and any(c.dep_ == "cop" for c in token.children):
            subjects = [c for c in token.children if c.dep_.startswith("nsubj")]
            yield from (token.head if c.lower_ == "who" else c for c in subjects)
        elif token.pos_ == "VERB" and grammar.lemma(token) in lexicon.words("presiding", "calling"):
            for patient in grammar.verb_frame(token).patients:
                if any(t.lower_ == "speaker" for t in doc[patient.i + 1 : min(patient.i + CALLED, token.sent.end)]):
                    yield patient


def _weight(verb: Token) -> int:
    """How much a clause says of who presides: phrases that open with a verb are of that verb."""
    words = line(sorted(grammar.clause_tokens(verb, keep=frozenset({"xcomp", "ccomp"}))))
    if says(words, "presiding", "to_the_chair"):
        return 0
    for key, weight in (("strong", STRONG), ("weak", WEAK)):
        found = held(words, "presiding", key)
        if any(not phrase.startswith("=") or grammar.lemma(verb) in _first(phrase) for phrase in found):
            return weight
    return 0


def _first(phrase: str) -> list[str]:
    """The verbs with which a phrase opens: "=have|=get ... removed"."""
    return [word.removeprefix("=") for word in phrase.split()[0].split("|")]
