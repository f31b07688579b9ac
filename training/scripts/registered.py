"""What the configs name: a tokenizer that splits as UD does, and the typography of many newsrooms for the treebanks.

Only training needs these; a trained pipeline loads without them.
"""

from __future__ import annotations

import random
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import cast

import spacy
from spacy.language import Language
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.augment import construct_modified_raw_text
from spacy.training.iob_utils import _doc_to_biluo_tags_with_partial
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

sys.path.insert(0, str(Path(__file__).parent))

from entities import TITLES

GIVEN_NAMES = Path(__file__).resolve().parents[2] / "extract/rules/given_names.toml"
# EWT and GUM keep these together with what follows and split every other hyphen: "*non-partisan*", "two - party".
PREFIX_WORDS = """
anti co de e ex inter intra mega micro mid mini multi non over pan post pre pro pseudo re semi sub super trans ultra un
under vice
"""
PREFIXES = PREFIX_WORDS.split()
RUN = r"(?:[!?]{2,}|={2,}|_{2,}|\*{2,})"  # one token, however many
SLASH = r"(?<=[A-Za-z])/(?=[A-Za-z])"  # "and / or"
QUOTES = [('"', '"'), ("“", "”"), ("‘", "’"), ("'", "'")]
DASHES = {"-", "--", "–", "—"}
Augmenter = Callable[[Language, Example], Iterator[Example]]


@spacy.registry.callbacks("order_paper.ud_tokenizer.v1")
def ud_tokenizer() -> Callable[[Language], Language]:
    def adapt(nlp: Language) -> Language:
        forms = [form for p in PREFIXES for form in (p, p.title(), p.upper())]
        kept = "".join(rf"(?<!\b{form})" for form in dict.fromkeys(forms))
        infixes = [*(_hyphens(pattern, kept) for pattern in nlp.Defaults.infixes or ()), SLASH]
        tokenizer = cast(Tokenizer, nlp.tokenizer)
        tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
        tokenizer.prefix_search = compile_prefix_regex([RUN, *(nlp.Defaults.prefixes or ())]).search
        tokenizer.suffix_search = compile_suffix_regex([RUN, *(nlp.Defaults.suffixes or ())]).search
        for short in ("etc.", "al.", "Hon.", "Smt.", "Cllr.", "Rt."):
            tokenizer.add_special_case(short, [{ORTH: short}])
        return nlp

    return adapt


def _hyphens(pattern: str, kept: str) -> str:
    """spaCy's own infix for hyphens between letters, but not after a prefix."""
    return pattern.replace("(?:-|–", f"(?:{kept}-|–") if "(?:-|–" in pattern else pattern


@spacy.registry.callbacks("order_paper.known_trees.v1")
def known_trees() -> Callable[[Language, dict[str, int]], None]:
    """A lemmatizer that was loaded has forgotten which label stands for which edit tree, and would be taught the first."""

    def recall(nlp: Language, _: dict[str, int]) -> None:
        lemmatizer = cast(EditTreeLemmatizer, nlp.get_pipe("trainable_lemmatizer"))
        if not lemmatizer.tree2label:
            lemmatizer.tree2label.update((tree, label) for label, tree in enumerate(lemmatizer.cfg["labels"]))

    return recall


@spacy.registry.augmenters("order_paper.house_styles.v1")
def house_styles(lower: float, upper: float, restyle: float, renamed: float = 0.0) -> Augmenter:
    """Some documents in small letters, some in capitals, some of other people, many with other quotation marks and dashes."""

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        words = [token.text for token in example.reference]
        tags = [token.tag_ for token in example.reference]
        if random.random() < renamed:
            words = _renamed(example.reference)
        if random.random() < restyle:
            words = _restyled(words, tags)
        draw = random.random()
        if draw < lower + upper:
            words = [w.lower() if draw < lower else w.upper() for w in words]
        yield _rewritten(nlp, example, words)

    return augment


def _renamed(doc: Doc) -> list[str]:
    """Other people: what nobody is called, made of the halves of two names, so that a name is known by where it stands."""
    proper = [t for t in doc if t.tag_ == "NNP" and t.is_title and t.is_alpha]
    people = [t for t in proper if len(t) > 2 and t.lower_ not in TITLES]
    named = [t for t in people if t.dep_ == "flat" or any(c.dep_ == "flat" and c.tag_ == "NNP" for c in t.children)]
    new = {t.text: _invented() for t in named}
    return [new.get(t.text, t.text) if t.tag_ == "NNP" else t.text for t in doc]


def _invented() -> str:
    one, other = random.choice(_given_names()), random.choice(_given_names())
    return (one[: (len(one) + 1) // 2] + other[len(other) // 2 :]).title()


@cache
def _given_names() -> list[str]:
    lists = tomllib.loads(GIVEN_NAMES.read_text(encoding="utf8"))
    return [name for names in lists.values() for name in names]


def _restyled(words: list[str], tags: list[str]) -> list[str]:
    opening, closing = random.choice(QUOTES)
    apostrophe = random.choice("'’")
    dash = random.choice(["-", "--", "–", "—"])
    return [_mark(w, tag, (opening, closing), apostrophe, dash) for w, tag in zip(words, tags, strict=True)]


def _mark(word: str, tag: str, quotes: tuple[str, str], apostrophe: str, dash: str) -> str:
    if tag in {"``", "''"}:
        return quotes[tag == "''"]
    if tag in {":", ","} and word in DASHES:
        return dash
    return word.replace("'", apostrophe).replace("’", apostrophe)


def _rewritten(nlp: Language, example: Example, words: list[str]) -> Example:
    """The same annotation on other spellings of the same words."""
    if words == [token.text for token in example.reference]:
        return example
    parts = example.to_dict()
    parts["doc_annotation"]["entities"] = _doc_to_biluo_tags_with_partial(example.reference)
    parts["token_annotation"]["ORTH"] = words
    text = construct_modified_raw_text(parts["token_annotation"])
    return Example.from_dict(nlp.make_doc(text), parts)
