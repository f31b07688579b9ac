"""Names where nobody marked any, as two trained models see them: what both say counts, what only one says is left open.

On Wikinews, since the treebanks hold little news, and on the sentences of EWT and PUD, where rules have found people already.
Within an article a surname alone is the person who is named in full; what is nearly always one thing is that everywhere.
"""

from __future__ import annotations

import argparse
import csv
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import renamed  # noqa: F401
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

GOLD_WEIGHT = 2  # how often what people marked is shown, for once of what models agree on
OFTEN, NEARLY_ALWAYS = 6, 0.9
Key = tuple[int, int, str]

log = logging.getLogger("taught")


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("raw", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("teachers", type=Path, nargs=2)
    options = parser.parse_args()
    nlp = spacy.load(options.teachers[0])
    bins = (DocBin().from_disk(options.corpus / f"ner-{part}.spacy") for part in ("gold", "rules"))
    gold, rules = (list(docs.get_docs(nlp.vocab)) for docs in bins)
    plain = [*map(nlp.make_doc, articles(options.raw)), *(_copy(doc) for doc in rules)]
    seen = [_names(plain, spacy.load(teacher)) for teacher in options.teachers]
    agreed = [one & other for one, other in zip(*seen, strict=True)]
    usual = _usual(plain, agreed)
    ruled = [set[Key]()] * (len(plain) - len(rules)) + [_keys(doc) for doc in rules]
    told = zip(plain, agreed, ruled, *seen, strict=True)
    docs = [_marked(doc, sure | rule, one ^ other, usual) for doc, sure, rule, one, other in told]
    DocBin(docs=gold * GOLD_WEIGHT + docs, store_user_data=False).to_disk(options.corpus / "ner-taught.spacy")
    log.info("%d docs, %d tokens, %d names", len(docs), sum(map(len, docs)), sum(len(doc.ents) for doc in docs))


def articles(folder: Path) -> Iterator[str]:
    """Headline and paragraphs of each article of Wikinews."""
    csv.field_size_limit(10**9)
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf8", newline="") as file:
            for row in csv.DictReader(file):
                paragraphs = (re.sub(r"\s+", " ", p).strip() for p in [row["title"], *re.split(r"\n\s*\n", row["text"])])
                yield "\n\n".join(filter(None, paragraphs))


def _copy(doc: Doc) -> Doc:
    return Doc(doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])


def _names(docs: Iterable[Doc], nlp: Language) -> list[set[Key]]:
    return [_keys(doc) for doc in nlp.pipe(_copy_into(docs, nlp), batch_size=32)]


def _copy_into(docs: Iterable[Doc], nlp: Language) -> Iterator[Doc]:
    for doc in docs:
        yield Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])


def _keys(doc: Doc) -> set[Key]:
    return {(name.start, name.end, name.label_) for name in doc.ents}


def _usual(docs: list[Doc], agreed: list[set[Key]]) -> dict[str, str]:
    """Names that models agree on often enough, nearly always with the same label."""
    seen = Counter((doc[a:b].text, label) for doc, names in zip(docs, agreed, strict=True) for a, b, label in names)
    total: Counter[str] = Counter()
    for (text, _), times in seen.items():
        total[text] += times
    return {text: label for (text, label), times in seen.items() if times >= OFTEN and times >= NEARLY_ALWAYS * total[text]}


def _marked(doc: Doc, sure: set[Key], doubted: set[Key], usual: dict[str, str]) -> Doc:
    """What is agreed, what follows from that, and the rest of what anybody said left open."""
    surnames = {doc[b - 1].text for a, b, label in sure if label == "PERSON" and b - a > 1}
    known = [Span(doc, a, b, label=label) for a, b, label in sure]
    followed = [Span(doc, a, b, label=label) for a, b, _ in doubted if (label := _follows(doc[a:b], surnames, usual))]
    names = filter_spans([*filter_spans(known), *followed])
    taken = {token.i for name in names for token in name}
    spans = filter_spans([Span(doc, a, b) for a, b, _ in doubted if not taken & set(range(a, b))])
    doc.set_ents(names, missing=spans, default="outside")
    return doc


def _follows(name: Span, surnames: set[str], usual: dict[str, str]) -> str:
    return "PERSON" if len(name) == 1 and name.text in surnames else usual.get(name.text, "")


if __name__ == "__main__":
    main()
