"""What follows a preposition that the parse lost: "objections *from Hale and Lind*", "yells of 'Sit down!' *from Labour MPs*"."""

from __future__ import annotations

from extract import grammar, lexicon
from extract.context import REACH, Reading
from extract.grammar import Frame
from extract.tree import Token


def after_preposition(reading: Reading, frame: Frame, preposition: str) -> list[str]:
    """The actors after a preposition that follows the predicate, when the parse lost it: "objections *from Hale and Lind*"."""
    ids: list[str] = []
    found = False
    quoting = any(t.is_quote for t in frame.token.doc[frame.token.i + 1 : frame.token.i + 3])
    for token in frame.token.doc[frame.token.i + 1 : min(frame.token.i + REACH, _end(reading, frame.token))]:
        id = reading.cast.at(token)
        of_it, acts = token.lower_ == "of" and frame.kind == "noun", token.pos_ == "VERB" and token.dep_ != "amod"
        if quoting and (of_it or token.is_quote or reading.document.quote_at(token.idx) is not None):
            continue  # "yells of *'Sit down!'* from Labour MPs", "yelled *'You lie!'* at Hale"
        if token.lower_ in {"hands", "hand"} and token.nbor(-2).lower_ == "at":
            return []  # "at the hands of Labour MPs": who does it, not to whom
        if token.lower_ == preposition and (token.dep_ != "mark" or token.head.tag_ == "VB"):
            found = True
        elif id is not None and found and (token.dep_.startswith("nmod:poss") or _of_an_occasion(token)):
            continue  # an owner: "from *Labour's* whip Ann Hale"; a body that holds it: "at a *Senate committee* hearing"
        elif id is not None and found:
            ids += [id] if id not in ids else []
        elif found and not ids and token.lower_ == "by" and token.nbor(-1).pos_ == "NOUN":
            continue  # "at a ruling *by the Speaker*"
        elif (token.is_punct and token.text not in {"-", ","}) or token.pos_ == "ADP" or (id is None and acts):
            if found:
                break
            if token.pos_ != "ADP":
                return []
    return ids


def _end(reading: Reading, verb: Token) -> int:
    """Where a sentence ends, past one that ends within the words it quotes: "yelled '*Out! Out!*' at Hale"."""
    doc, end = verb.doc, verb.sent.end
    quote = reading.document.quote_at(doc[end - 1].idx)
    if quote is not None and quote.start > verb.idx:
        while end < min(len(doc), verb.i + REACH) and reading.document.quote_at(doc[end - 1].idx) == quote:
            end = doc[end].sent.end
    return end


def _of_an_occasion(token: Token) -> bool:
    """Whether a word belongs to the name of what holds a hearing or a meeting, before that noun."""
    while token.dep_ == "compound" and token.head.i > token.i:
        token = token.head
        if grammar.lemma(token) in lexicon.words("people", "occasions"):
            return True
    return False
