"""Names where nobody marked any: from trees that say which proper nouns are one flat name, and from names known elsewhere.

"*Ada Quill*" hangs `Quill` as `flat` on `Ada` in EWT and PUD, and nearly all that hang so are people (304 of 356 in the
sentences that UNER marks too, most others being Spanish places). What stays undecided is left open, not called no name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from entities import TITLES, Name
from treebank import Sentence, Word

OPEN = ""  # the label of proper nouns that may or may not be a name
# Flat, but no people: "San Rafael", "Al Qaeda", "Hong Kong".
PLACE_WORDS = frozenset("san santa santo el la los las hong buenos palo gare abu al al- costa puerto rio sao st new".split())
ADDRESSES = frozenset("mr mrs ms miss dr sir sen senator rep president judge gov premier prof professor captain".split())
LONGEST = 3  # words in a name
Marked = tuple[Sentence, list[Name]]


def known_names(marked: Iterable[Marked]) -> dict[str, str]:
    """Names that are marked, always with the same label."""
    seen = Counter((_text(s.words, n.start, n.end), n.label) for s, names in marked for n in names)
    labels = Counter(text for text, _ in seen)
    return {text: label for text, label in seen if labels[text] == 1 and text[:1].isupper()}


def silver(sentences: list[Sentence], known: dict[str, str]) -> Iterator[Marked]:
    """The sentences of one treebank with what can be told of their names."""
    for document in _documents(sentences):
        people = {part for s in document for a, b in _people(s.words) for part in (s.words[a].form, s.words[b - 1].form)}
        local = dict.fromkeys(people, "PERSON") | known
        yield from ((sentence, list(_names(sentence.words, local))) for sentence in document)


def _documents(sentences: list[Sentence]) -> Iterator[list[Sentence]]:
    document: list[Sentence] = []
    for sentence in sentences:
        if sentence.opens_document and document:
            yield document
            document = []
        document.append(sentence)
    yield document


def _names(words: list[Word], known: dict[str, str]) -> Iterator[Name]:
    """Each run of proper nouns: one known name, or the people in it and the rest left open."""
    people = dict(_people(words))
    for start, end in _runs(words):
        label = known.get(_text(words, start, end)) or _addressed(words, start, end)
        if label:
            yield Name(start, end, label)
            continue
        while start < end:
            stop = people.get(start, start + 1)
            yield Name(start, stop, "PERSON" if start in people else OPEN)
            start = stop


def _addressed(words: list[Word], start: int, end: int) -> str:
    """A person when a title of persons stands before it: "Mr *Quill*", "Senator *Ada Quill*"."""
    before = words[start - 1].form.lower().rstrip(".") if start else ""
    whole = all(word.tag == "NNP" for word in words[start:end])
    return "PERSON" if before in ADDRESSES and whole and end - start <= LONGEST else OPEN


def _runs(words: list[Word]) -> Iterator[tuple[int, int]]:
    """Proper nouns in a row, without the titles before them."""
    start: int | None = None
    for i in range(len(words) + 1):
        inside = i < len(words) and (words[i].pos == "PROPN" or words[i].tag in {"NNP", "NNPS"})
        if inside and start is None and not _title(words[i]):
            start = i
        elif not inside and start is not None:
            yield start, i
            start = None


def _people(words: list[Word]) -> Iterator[tuple[int, int]]:
    """Where a proper noun and what hangs flat on it stand, past its titles: "Senator *Ada Quill*"."""
    for i, word in enumerate(words):
        flat = [j for j, other in enumerate(words) if other.head == i and other.dep == "flat" and other.tag == "NNP"]
        if word.tag != "NNP" or word.dep == "flat" or not flat:
            continue
        end = max(flat) + 1
        start = max((j + 1 for j in range(i, end - 1) if _title(words[j])), default=i)
        whole = all(words[j].tag == "NNP" for j in range(start, end))
        if whole and words[start].form.lower() not in PLACE_WORDS:
            yield start, end


def _title(word: Word) -> bool:
    return word.form.lower().rstrip(".") in TITLES


def _text(words: list[Word], start: int, end: int) -> str:
    return " ".join(word.form for word in words[start:end])
