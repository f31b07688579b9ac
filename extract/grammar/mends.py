"""What is put right in a tree before anything is read from it: all mends in their order, and the words each is for.

A mend looks at one word. Most words are nothing to most mends, so each says by which tags, labels or words it can be called
for: of four hundred words of an article some fifty are asked anything.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass
from functools import lru_cache

from extract.grammar import parted, phrases, quoted, reheading, repair, verbal
from extract.grammar.describing import behind_a_cry, came_from, did_to, did_too, led_between, led_by, ordered_to
from extract.grammar.interruptions import cut_in
from extract.grammar.lengths import took
from extract.grammar.openers import RISES, UNDONE, dateline, ensued, joined_infinitive, rises_behind, to_the_well, told_named
from extract.grammar.parallels import in_step, named_ly
from extract.grammar.plain import (
    ACROSS,
    AGO,
    SO_MANY,
    about_so_many,
    across_from,
    and_exit,
    duly,
    later_did,
    opened_with,
    reports_that,
    seen_doing,
    they_sang,
)
from extract.grammar.remembered import forget
from extract.grammar.sufferers import FATES, SUFFERERS, done_to, fate_of_motion
from extract.tree import Doc, Token

VERBS = {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"}
FINITE = {"VBD", "VBZ"}
PAST = {"VBD", "VBN", "VBZ"}
DESCRIBING = {"amod", "compound"}
KNOWN = 2**14  # words, and ways that a word can stand, of which is kept what they need


@dataclass(frozen=True, slots=True)
class Mend:
    """A function that puts a tree right at a word, and the tags, labels, words or ending without which it has nothing to do."""

    put_right: Callable[[Token], None]
    tags: Set[str] | None = None
    labels: Set[str] | None = None
    words: Set[str] | None = None
    ending: str = ""

    def is_for(self, tag: str, label: str, word: str) -> bool:
        """Whether a word of that tag and label may need it."""
        asked = ((self.tags, tag), (self.labels, label), (self.words, word))
        return word.endswith(self.ending) and all(allowed is None or told in allowed for allowed, told in asked)


# Heads that the parser hung elsewhere, in the order in which they are put right.
HEADS = (
    Mend(named_ly, labels={"advmod"}, ending="ly"),
    Mend(in_step, labels={"conj"}),
    Mend(parted.rejoin, words=parted.HELPS.keys()),
    Mend(dateline, tags={"NNP", "NNPS", "NN"}, labels={"nsubj", "nsubj:pass"}),
    Mend(to_the_well, words={"well"}),
    Mend(ensued, words=UNDONE),
    Mend(rises_behind, tags={"VBD"}, labels=RISES),
    Mend(joined_infinitive, tags={"VB"}, labels={"conj"}),
    Mend(parted.disown, labels={"flat"}),
    Mend(parted.surname, tags={"VB", "VBP"}),
    Mend(parted.stand, labels={"nsubj", "obl"}),
    Mend(took, words={"took", "takes"}),
    Mend(reheading.had_done, words=reheading.HAVE),
    Mend(reheading.of_order, words={"order"}),
    Mend(reheading.motion_to, tags={"VB"}, labels={"advcl"}),
    Mend(fate_of_motion, tags={"VBD", "VBN"}, labels=FATES),
    Mend(done_to, labels={"nsubj", "nsubj:pass"}, words=SUFFERERS),
    Mend(reheading.to_do, tags={"VB"}),
    Mend(reheading.in_power, tags={"VBG"}, words={"ruling", "governing"}),
    Mend(reheading.told_that, labels={"acl:relcl"}),
    Mend(told_named, labels={"acl:relcl", "advcl"}),
    Mend(reheading.called_out, ending="ed"),
    Mend(reheading.cleft, labels={"nsubj:outer"}, words={"it"}),
    Mend(reheading.second_subject, tags={*FINITE, "VBP"}),
    Mend(reheading.cried_down, tags={"RP"}, labels={"case"}),
    Mend(ordered_to, tags={"VB"}, labels=DESCRIBING),
    Mend(did_to, tags={"VBD"}, labels={"amod"}),
    Mend(opened_with, tags={"VBD"}, labels={"amod"}),
    Mend(did_too, labels={"amod"}, ending="ed"),
    Mend(led_between, tags=VERBS),
    Mend(led_by, tags=VERBS),
    Mend(came_from, tags=FINITE),
    Mend(behind_a_cry, tags=VERBS, labels={"acl", "acl:relcl"}),
    Mend(later_did, words=AGO),
    Mend(duly, words={"duly"}),
    Mend(about_so_many, words=SO_MANY, labels={"advmod"}),
    Mend(across_from, tags={"IN"}, words=ACROSS),
    Mend(seen_doing, tags={"VBG"}, labels={"acl", "advcl"}),
    Mend(they_sang, tags={*FINITE, "VBN"}),
    Mend(reheading.among_them, labels={"acl:relcl"}),
    Mend(cut_in, ending="ing"),
    Mend(reheading.done_with, tags={"VBG", "NN"}, ending="ing"),
    Mend(reheading.done_behind, tags=PAST),
    Mend(reheading.done_by_one, tags=PAST),
    Mend(quoted.outside_the_marks, tags={"NNP", "NNPS"}, labels={"compound"}),
    Mend(quoted.said_of_named, labels={"conj", "acl:relcl", "parataxis"}),
)
# What was read as a noun or an adjective and is a verb, once the heads are right.
TAGS = (
    Mend(repair.presented, tags={"NNS"}, labels={"ROOT", "appos"}),
    Mend(reports_that, tags={"NNS"}, labels={"conj", "appos"}),
    Mend(and_exit, tags={"NN"}, labels={"conj"}, words={"exit", "walk", "leave", "quit"}),
    Mend(repair.bereft),
    Mend(verbal.participle, tags={"VBN", "VBD", "VBG"}),
    Mend(verbal.infinitive, tags={"NN"}, labels=verbal.INFINITIVES),
    Mend(verbal.spent, labels={"acl"}),
    Mend(reheading.suffering, labels={"flat"}),
    Mend(repair.called, labels={"xcomp"}),
    Mend(repair.doer_behind, tags=PAST, labels={"ROOT"}),
)


def retag(doc: Doc) -> None:
    """Put right heads, then tags. Words without a tree keep their heads, since spaCy may not be asked for one."""
    for due in (_DUE_HEADS, _DUE_TAGS) if doc.has_annotation("DEP") else (_DUE_TAGS,):
        for token in doc:
            for put_right in due(token.tag_, token.dep_, _form(token.lower_)):
                put_right(token)
    phrases.retagged(doc)
    forget()


# The words that a mend is for, and the endings.
_WORDS = frozenset(word for mend in (*HEADS, *TAGS) for word in mend.words or ())
_ENDINGS = tuple(sorted({mend.ending for mend in (*HEADS, *TAGS)} - {""}))


@lru_cache(KNOWN)
def _form(word: str) -> str:
    """All that mends ask of a word: itself or its ending, nothing of most."""
    return word if word in _WORDS else next((ending for ending in _ENDINGS if word.endswith(ending)), "")


def _due(mends: tuple[Mend, ...]) -> Callable[[str, str, str], tuple[Callable[[Token], None], ...]]:
    """The question which of some mends a word may need, by its tag, its label and itself."""

    @lru_cache(KNOWN)
    def due(tag: str, label: str, word: str) -> tuple[Callable[[Token], None], ...]:
        return tuple(mend.put_right for mend in mends if mend.is_for(tag, label, word))

    return due


_DUE_HEADS, _DUE_TAGS = _due(HEADS), _due(TAGS)
