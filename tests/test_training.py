"""How names get into the training: cut out of GUM's mentions, agreed on by two models, other people in the same sentences."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span

from extract.language import load
from extract.language.known import Known

sys.path.insert(0, str(Path(__file__).parents[1] / "training" / "scripts"))

import renamed
import taught
from entities import gum_names, own_names
from registered import known_trees
from treebank import Sentence, Word


def sentence(rows: str) -> Sentence:
    """`form tag head relation misc` a line, heads from 1 and 0 for the root."""
    words = []
    table = [row.split() for row in rows.splitlines()]
    for i, (form, tag, head, dep, misc) in enumerate(table):
        pos = "PROPN" if tag.startswith("NNP") else "NOUN"
        space = "-" not in (form, table[(i + 1) % len(table)][0])
        words.append(Word(form, form, pos, tag, "", i if head == "0" else int(head) - 1, dep, misc, space))
    return Sentence(words)


def found(rows: str) -> list[tuple[str, str]]:
    one = sentence(rows)
    return [(" ".join(w.form for w in one.words[n.start : n.end]), n.label) for n in gum_names(one)]


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ("researcher NN 0 root Entity=(1-person\nOla NNP 1 flat _\nQuill NNP 1 flat Entity=1)", [("Ola Quill", "PERSON")]),
        ("Tsar NNP 2 nmod Entity=(1-person\nOla NNP 0 root Entity=1)", [("Ola", "PERSON")]),
        ("the DT 2 det Entity=(1-person\nDirector NNP 0 root Entity=1)", []),
        ("Terminal NNP 0 root _\nC NNP 1 flat Entity=(1-place)", []),
        (
            "Court NNP 0 root Entity=(1-organization\nof IN 3 case _\nOak NNP 1 nmod _\nand CC 5 cc _\nAsh NNP 3 conj Entity=1)",
            [("Court of Oak and Ash", "ORG")],
        ),
        (
            "Oak NNP 4 compound Entity=(1-organization\nand CC 3 cc _\nAsh NNP 1 conj _\nCouncil NNP 0 root Entity=1)",
            [("Oak and Ash Council", "ORG")],
        ),
        ("I NNP 0 root Entity=(1-place\n- HYPH 3 punct _\n95 CD 1 flat Entity=1)", [("I - 95", "LOC")]),
    ],
)
def test_names_are_cut_out_of_mentions(rows: str, names: list[tuple[str, str]]) -> None:
    assert found(rows) == names


def test_own_sentences_say_their_names_in_misc() -> None:
    rows = "Ola NNP 0 root Name=B-PERSON\nQuill NNP 1 flat Name=I-PERSON|SpaceAfter=No\nrose NN 1 dep _"
    assert [(n.start, n.end, n.label) for n in own_names(sentence(rows))] == [(0, 2, "PERSON")]


def test_what_two_models_agree_on_counts_and_what_one_says_is_open() -> None:
    doc = Doc(spacy.blank("en").vocab, words="Ola Quill met Dunmore Ltd ; Quill left Ashby".split())
    doubted = {(3, 5, "ORG"), (6, 7, "LOC"), (8, 9, "PERSON")}
    taught._marked(doc, {(0, 2, "PERSON")}, doubted, {"Ashby": "LOC"})
    assert [(name.text, name.label_) for name in doc.ents] == [("Ola Quill", "PERSON"), ("Quill", "PERSON"), ("Ashby", "LOC")]
    assert [token.ent_iob for token in doc[3:5]] == [0, 0]  # open
    assert doc[2].ent_iob_ == "O"


def test_other_people_stand_in_the_same_places() -> None:
    words, tags = "Ola Quill met J. Quill of Ashby".split(), "NNP NNP VBD NNP NNP IN NNP".split()
    doc = Doc(spacy.blank("en").vocab, words=words, tags=tags)
    doc.ents = [Span(doc, 0, 2, label="PERSON"), Span(doc, 3, 5, label="PERSON"), Span(doc, 6, 7, label="LOC")]
    random.seed(0)
    new = renamed._Draw({"en_X": (["Adam"], ["Lowe"])}, ["Perth"]).words(doc)
    assert new[:6] == ["Adam", "Lowe", "met", "J.", "Lowe", "of"]
    assert new[6] in {"Ashby", "Perth"}


def test_words_are_looked_up_as_written_and_capitals_as_names() -> None:
    known = Known()
    known.kinds = {"Kaduna": "p", "May": "ge"}
    assert [known.of(word) for word in ("Kaduna", "KADUNA", "kaduna", "May", "MAY", "Zzyx")] == ["p", "p", "", "ge", "", ""]


def test_hints_are_kept_with_the_pipeline(tmp_path: Path) -> None:
    known = Known()
    known.kinds = {"Kaduna": "p", "Jos": "p", "May": "ge"}
    known.to_disk(tmp_path)
    assert Known().from_disk(tmp_path).kinds == known.kinds


def test_a_lemmatizer_that_is_trained_on_knows_its_trees() -> None:
    nlp = load.__wrapped__()
    lemmatizer = nlp.get_pipe("trainable_lemmatizer")
    assert not lemmatizer.tree2label
    known_trees()(nlp, {})
    assert len(lemmatizer.tree2label) == len(lemmatizer.labels)
