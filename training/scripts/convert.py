"""Treebanks → the DocBins that spaCy trains on.

Ten sentences a Doc, in the order of the document and with a line break between paragraphs, so that the parser learns
where sentences begin.
"""

from __future__ import annotations

import argparse
import logging
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from entities import Name, gum_names, own_names, uner_names
from silver import OPEN, known_names, silver
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab
from treebank import Sentence, Word, sentences

PER_DOC = 10
GOLD_WEIGHT = 2  # how often what people marked is shown, for once of what rules guess
PUD_FOR_TRAINING = 500
INDOMAIN = Path(__file__).resolve().parents[1] / "indomain"
FIRST = ("train-a", "train-b")  # of our own sentences, those that the syntax sees from the start; the others come at the end
FIRST_WEIGHT, INDOMAIN_WEIGHT, NAMES_WEIGHT = 6, 8, 2  # how often our own sentences are shown: first, at the end, for names
Marked = tuple[Sentence, list[Name]]

log = logging.getLogger("convert")


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    vocab = spacy.blank("en").vocab
    for name, marked in _sets(options.treebanks):
        docs = [doc(chunk, vocab=vocab, paragraphs=random.Random(i)) for i, chunk in enumerate(chunks(marked))]
        DocBin(docs=docs, store_user_data=False).to_disk(options.out / f"{name}.spacy")
        log.info("%-14s %6d docs %8d tokens %6d names", name, len(docs), sum(map(len, docs)), sum(len(d.ents) for d in docs))


def _sets(base: Path) -> Iterator[tuple[str, list[Marked]]]:
    """Which sentences train, choose and test what; nothing is in two of the three."""
    plain = {
        s: _plain(base / f"{s}.conllu") for s in ("ewt-train", "ewt-dev", "ewt-test", "gum-train", "gum-dev", "gum-test", "pud")
    }
    pud = plain["pud"]
    own = [marked for path in sorted(INDOMAIN.glob("train-*.conllu")) for marked in _own(path)]
    first = [marked for name in FIRST for marked in _plain(INDOMAIN / f"{name}.conllu")]
    trees = plain["ewt-train"] + plain["gum-train"] + pud[:PUD_FOR_TRAINING]
    yield "train", trees + first * FIRST_WEIGHT
    yield "train-own", trees + [(sentence, []) for sentence, _ in own] * INDOMAIN_WEIGHT
    yield "indomain-test", _plain(INDOMAIN / "measure.conllu")
    yield "dev", plain["ewt-dev"] + plain["gum-dev"]
    for test in ("ewt-test", "gum-test"):
        yield test, plain[test]
    yield "pud-test", pud[PUD_FOR_TRAINING:]
    gold = _gum(plain["gum-train"]) + _uner(base, "dev", plain)
    gold += own * NAMES_WEIGHT
    unmarked = [sentence for sentence, _ in plain["ewt-train"] + pud[:PUD_FOR_TRAINING]]
    rules = list(silver(unmarked, known_names(gold)))
    yield "ner-gold", gold
    yield "ner-rules", rules
    yield "ner-train", gold * GOLD_WEIGHT + rules
    yield "ner-dev", _gum(plain["gum-dev"])
    yield "ner-test-gum", _gum(plain["gum-test"])
    yield "ner-test-uner", _uner(base, "test", plain)
    yield "ner-test-own", _own(INDOMAIN / "measure.conllu")


def _plain(path: Path) -> list[Marked]:
    return [(sentence, []) for sentence in sentences(path)]


def _gum(marked: list[Marked]) -> list[Marked]:
    return [(sentence, gum_names(sentence)) for sentence, _ in marked]


def _own(path: Path) -> list[Marked]:
    return [(sentence, own_names(sentence)) for sentence in sentences(path)]


def _uner(base: Path, part: str, plain: dict[str, list[Marked]]) -> list[Marked]:
    """UNER's names laid on the sentences of EWT that they were marked on."""
    named = uner_names(base / f"uner-ewt-{part}.iob2")
    trees = [sentence for sentence, _ in plain[f"ewt-{part}"]]
    found = [(sentence, named.get(tuple(w.form for w in sentence.words))) for sentence in trees]
    return [(sentence, names) for sentence, names in found if names is not None]


def chunks(marked: Iterable[Marked]) -> Iterator[list[Marked]]:
    """At most ten sentences, never of two documents."""
    chunk: list[Marked] = []
    for sentence, names in marked:
        if chunk and (sentence.opens_document or len(chunk) == PER_DOC):
            yield chunk
            chunk = []
        chunk.append((sentence, names))
    if chunk:
        yield chunk


def doc(chunk: list[Marked], *, vocab: Vocab, paragraphs: random.Random) -> Doc:
    """One Doc with everything that the treebank says of these sentences."""
    words: list[Word] = []
    names: list[Name] = []
    for sentence, found in chunk:
        if words and sentence.opens_paragraph:
            _break_line(words, "\n\n" if paragraphs.random() < 0.7 else "\n")
        shift = len(words)
        words += [_shifted(word, shift) for word in sentence.words]
        names += [Name(n.start + shift, n.end + shift, n.label) for n in found]
    made = _annotated(words, vocab)
    spans = [Span(made, n.start, n.end, label=n.label) for n in names]
    made.set_ents(
        [span for span in spans if span.label_ != OPEN],
        missing=[span for span in spans if span.label_ == OPEN],
        default="outside",
    )
    return made


def _break_line(words: list[Word], text: str) -> None:
    """A line break is a token of its own, hung on the token before it, as spaCy's tokenizer makes it."""
    last = words[-1]
    words[-1] = _with(last, space=False)
    words.append(Word(text, text, "SPACE", "_SP", "", len(words) - 1, "dep", "", False))


def _shifted(word: Word, shift: int) -> Word:
    return _with(word, head=word.head + shift)


def _with(word: Word, **changes: object) -> Word:
    return Word(**{**vars(word), **changes})


def _annotated(words: list[Word], vocab: Vocab) -> Doc:
    return Doc(
        vocab,
        words=[w.form for w in words],
        spaces=[w.space for w in words],
        lemmas=[w.lemma for w in words],
        pos=[w.pos for w in words],
        tags=[w.tag for w in words],
        morphs=[w.morph for w in words],
        heads=[w.head for w in words],
        deps=[w.dep for w in words],
    )


if __name__ == "__main__":
    main()
