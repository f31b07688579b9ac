"""Sentences of our own, one a line → CoNLL-U as the pipeline reads them, to be corrected by hand.

Names stand in MISC as `Name=B-PERSON`, `Name=I-PERSON` (PERSON, ORG, LOC). What the corrected files must hold `--check` says.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc, Token
from treebank import Sentence, sentences

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="plain text to draft from, or CoNLL-U with --check or --show")
    parser.add_argument("--check", action="store_true", help="say what cannot be a tree")
    parser.add_argument("--show", action="store_true", help="a compact view to correct by")
    options = parser.parse_args()
    if options.check:
        faults = [fault for n, s in enumerate(sentences(options.file), 1) for fault in faults_of(n, s)]
        sys.exit("\n".join(faults) or 0)
    lines = shown(options.file) if options.show else drafted(options.file)
    sys.stdout.writelines(f"{line}\n" for line in lines)


def drafted(path: Path) -> Iterator[str]:
    """Each line of a text parsed, its words as UD's columns."""
    from extract.language import load

    nlp = load()
    for n, line in enumerate(filter(None, map(str.strip, path.read_text(encoding="utf8").splitlines())), 1):
        doc = nlp.make_doc(line)
        for token in doc:
            token.is_sent_start = token.i == 0
        yield from (f"# sent_id = {path.stem}-{n}", f"# text = {line}", *map(_row, nlp(doc)), "")


def _row(token: Token) -> str:
    head = 0 if token.head == token else token.head.i + 1
    name = f"Name={token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else ""
    misc = "|".join(filter(None, (name, "" if token.whitespace_ or _last(token.doc, token) else "SpaceAfter=No"))) or "_"
    dep = "root" if head == 0 else token.dep_
    return "\t".join(
        (str(token.i + 1), token.text, token.lemma_, token.pos_, token.tag_, str(token.morph) or "_", str(head), dep, "_", misc)
    )


def _last(doc: Doc, token: Token) -> bool:
    return token.i + 1 == len(doc)


def shown(path: Path) -> Iterator[str]:
    """One line a sentence, `number:word/TAG head:label [name]` a word."""
    for n, sentence in enumerate(sentences(path), 1):
        yield f"## {n}: {sentence.text}"
        for i, w in enumerate(sentence.words):
            name = w.misc.partition("Name=")[2].split("|")[0]
            yield f"{i + 1}\t{w.form}\t{w.lemma}\t{w.pos}\t{w.tag}\t{0 if w.dep == 'ROOT' else w.head + 1}\t{w.dep}\t{name}"


def faults_of(number: int, sentence: Sentence) -> Iterator[str]:
    """One root, no circle, text as announced, I- only after B- or I- of the same name."""
    roots = [w for w in sentence.words if w.dep == "ROOT"]
    if len(roots) != 1:
        yield f"sentence {number}: {len(roots)} roots"
    if sentence.meta.get("text") != sentence.text:
        yield f"sentence {number}: the words give {sentence.text!r}"
    if any(_circles(sentence, i) for i in range(len(sentence.words))):
        yield f"sentence {number}: a circle"
    before = ""
    for word in sentence.words:
        name = word.misc.partition("Name=")[2].split("|")[0]
        if name.startswith("I-") and before[2:] != name[2:]:
            yield f"sentence {number}: {word.form} goes on with no name"
        before = name


def _circles(sentence: Sentence, at: int) -> bool:
    for _ in sentence.words:
        if sentence.words[at].dep == "ROOT":
            return False
        at = sentence.words[at].head
    return True


if __name__ == "__main__":
    main()
