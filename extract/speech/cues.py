"""Words that say that somebody speaks, and who that is: a verb's subject on either side, a noun's owner, "according to"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract import grammar, lexicon
from extract.tree import Token

SPEAKING = lexicon.words("speech", "say", "shout")
QUOTING = SPEAKING | lexicon.words("speech", "quoting")
NOMINAL = {"NOUN", "PROPN", "PRON"}
NAMING = NOMINAL | {"NUM", "ADJ", "X"}
FINITE = {"VBD", "VBZ", "VBP"}
PLAIN = {"said", "says", "told", "added", "asked", "tweeted", "wrote"}
# Pronouns that are nobody who could speak.
EMPTY = {"it", "that", "this", "there", "which", "what", "these", "those", "such", "one", "both"}
RELATIVE = {"who", "which", "that", "whom", "whose"}
BE = {"was", "were", "is", "are", "been", "being", "be", "'s", "'re"}
OPENING = {
    "when",
    "as",
    "after",
    "before",
    "while",
    "if",
    "although",
    "though",
    "since",
    "because",
    "once",
    "but",
    "and",
    "asked",
    "pressed",
}
TIMES = {
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "today",
    "yesterday",
    "week",
    "month",
    "year",
}


def speaks(token: Token) -> bool:
    """Whether a token is a verb of speaking."""
    return token.pos_ == "VERB" and grammar.lemma(token) in SPEAKING


def quotes_words(token: Token) -> bool:
    """Whether a token is a verb whose object can be quoted words."""
    if token.lower_ in PLAIN or (token.pos_ in {"VERB", "AUX"} and grammar.lemma(token) in QUOTING):
        return True
    before = token.nbor(-1) if token.i else token
    named = (before.text[:1].isupper() and before.pos_ in NOMINAL) or (before.pos_ == "PRON" and before.tag_ != "PRP$")
    verb = lexicon.verb_of(token.lower_, "") if named and token.text.islower() else ""
    return verb in QUOTING and verb != token.lower_  # "Hale *shot* back", read as a noun


def subject(cue: Token) -> Token | None:
    """Who speaks: the subject of the verb, or the inverted one: "said *Hale*"."""
    agents = grammar.verb_frame(cue).agents
    if agents:
        return agents[0]
    after = cue.nbor() if cue.i + 1 < len(cue.doc) else None
    return after if after is not None and after.pos_ in {"PROPN", "PRON"} else None


def first_phrase(tokens: Sequence[Token]) -> Token | None:
    """The head of the first nominal that no preposition introduces: "in a statement, *Hale* said", "Hale's *aide* said"."""
    introduced = False
    for n, token in enumerate(tokens):
        if token.text in {",", ":", "-", "--"}:
            introduced = False
        elif token.pos_ == "ADP" or token.lower_ in {"according"}:
            introduced = True
        elif token.pos_ in {"VERB", "AUX"} and not introduced:
            return None
        elif nominal(token) and not introduced and token.lower_ not in TIMES:
            return run_end(tokens, n)
    return None


def nominal(token: Token) -> bool:
    """Whether a word can be the head of a phrase: a noun, a name or a pronoun, but not "his"."""
    return token.pos_ in NOMINAL and token.tag_ != "PRP$"


def run_end(tokens: Sequence[Token], n: int) -> Token:
    """The last word of a run of nominals, over owners: "Mr Hale 's chief *spokesman*"."""
    head = tokens[n]
    for token in tokens[n + 1 :]:
        if quotes_words(token):
            break
        if token.pos_ in NOMINAL and token.pos_ != "PRON" and head.pos_ != "PRON":
            head = token
        elif token.text not in {"'s", "'"} and token.pos_ not in {"ADJ", "NUM"}:
            break
    return head


def last_phrase(tokens: Sequence[Token]) -> Token | None:
    """The nominal nearest to the end."""
    return next((t for t in reversed(tokens) if nominal(t) and t.lower_ not in TIMES | RELATIVE), None)


def according(tokens: Iterable[Token]) -> tuple[Token, Token] | None:
    """ "*according* to a *spokesman*": the cue and who says so."""
    row = list(tokens)
    for n, token in enumerate(row[:-2]):
        if token.lower_ == "according" and row[n + 1].lower_ == "to":
            found = next((k for k in range(n + 2, len(row)) if nominal(row[k])), None)
            return (token, run_end(row, found)) if found is not None else None
    return None


def speaker_before(cue: Token, tokens: Sequence[Token]) -> Token | None:
    """Who speaks in a clause that a verb stands in: a name right before it, its subject by the parse, the nearest nominal."""
    before = [t for t in tokens if t.i < cue.i]
    near = next((t for t in reversed(before) if t.pos_ not in {"ADV", "AUX", "PART"} and t.lower_ not in TIMES), None)
    if passive(cue) and grammar.lemma(cue) != "quote":
        return next((t for t in grammar.by_phrase(cue) if t in tokens), None)
    if joins(cue):
        return last_phrase(before) if cue.lower_ == "reading" else shared(before)
    if near is not None and near.lower_ in RELATIVE:
        return antecedent([t for t in before if t.i < near.i and t.text != ","])
    if near is not None and namelike(near) and not dull(near):
        return near
    agent = subject(cue)
    if agent is not None and agent in before and not dull(agent) and agent.tag_ != "PRP$":
        return agent
    return first_phrase(main_clause(before)) or last_phrase(before)


def namelike(token: Token) -> bool:
    """Whether a word right before a verb is a name or a pronoun, whatever the tagger took its capital for."""
    return (token.pos_ in {"PROPN", "PRON"} and nominal(token)) or (token.text[:1].isupper() and token.lower_ not in OPENING)


def antecedent(before: Sequence[Token]) -> Token | None:
    """Whom a relative pronoun stands for: "*Hale*, who said"."""
    return before[-1] if before and namelike(before[-1]) else last_phrase(before)


def passive(cue: Token) -> bool:
    """ "was *asked*": by the auxiliary, since a past form alone is too often read as a participle."""
    before = next((t for t in reversed(cue.doc[max(0, cue.i - 4) : cue.i]) if t.pos_ not in {"ADV", "PART"}), None)
    return before is not None and before.lower_ in BE and cue.tag_ != "VBG"


def joins(cue: Token) -> bool:
    """Whether a verb shares the subject of one before it: "*adding*", "and *said*"."""
    before = next((t for t in reversed(cue.doc[max(0, cue.i - 4) : cue.i]) if t.pos_ not in {"ADV", "AUX", "PART"}), None)
    return cue.tag_ == "VBG" or (before is not None and before.pos_ == "CCONJ")


def shared(before: Sequence[Token]) -> Token | None:
    """Whose "adding" or "and said" it is: that of the verb of speaking before it, else of the clause."""
    before = main_clause(before)
    first = next((t for t in before if quotes_words(t) and t.tag_ != "VBG"), None)
    speaker = speaker_before(first, before) if first is not None else None
    return speaker or first_phrase(before) or last_phrase(before)


def main_clause(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words behind a clause that only opens the sentence: "When she left in 2015, *Ms Hale released a statement*"."""
    if not tokens or (tokens[0].lower_ not in OPENING and tokens[0].tag_ not in {"VBG", "VBN"}):
        return tokens
    comma = next((n for n, t in enumerate(tokens[:-1]) if t.text == "," and tokens[n + 1].pos_ in {*NOMINAL, "DET", "ADJ"}), None)
    return tokens[comma + 1 :] if comma is not None else tokens


def dull(token: Token) -> bool:
    """Whether a word is nobody who could speak."""
    return token.lower_ in EMPTY | RELATIVE


def owner_of_words(tokens: Sequence[Token]) -> tuple[Token, Token] | None:
    """ "*Hale's* *reply*:", "a *statement* from *Hale*": the noun of speaking and whose it is, the last one first."""
    for n in range(len(tokens) - 1, -1, -1):
        noun = tokens[n]
        says = noun.pos_ == "NOUN" and grammar.lemma(noun) in lexicon.words("speech", "words")
        if says and (owner := _owner(tokens, n)) is not None:
            return noun, owner
    return None


def _owner(tokens: Sequence[Token], n: int) -> Token | None:
    """Whose a noun is, by what stands before or behind it."""
    for k in range(n - 1, max(-1, n - 5), -1):
        if tokens[k].tag_ == "PRP$":
            return tokens[k]
        if tokens[k].text in {"'s", "'"} and k:
            return tokens[k - 1]
        if tokens[k].pos_ not in {"ADJ", "NOUN", "NUM", "ADV"}:
            break
    if n + 2 < len(tokens) and tokens[n + 1].lower_ in {"from", "by", "of"}:
        found = next((k for k in range(n + 2, min(n + 7, len(tokens))) if tokens[k].pos_ in NOMINAL), None)
        return run_end(tokens, found) if found is not None else None
    return None
