"""How far the resolution of one article has come, for those that resolve its pronouns and descriptions one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from extract.document import Document
from extract.lexicon import is_party, words
from extract.mention import Mention
from extract.naming import Part, agrees
from extract.tree import Token

LOOK_BACK = 3  # sentences; farther back a pronoun has, in news, nearly always another antecedent in between


@dataclass
class State:
    """How far the resolution of one article has come."""

    document: Document
    mentions: tuple[Mention, ...]
    parts: dict[str, Part]
    chosen: dict[int, tuple[str, ...]]  # index of mention → the actors that it stands for
    by_sentence: dict[int, list[int]]  # number of sentence → indices of its chosen mentions
    introduced: dict[str, list[Part]] = field(default_factory=dict)  # wording of an office → whom the article introduces with it

    @cached_property
    def named(self) -> list[tuple[int, int, str]]:
        """Where each name begins and ends, in characters, with the id of who bears it, once all names are known."""
        doc = self.document.doc
        rows = ((doc[m.start], doc[m.end - 1], part.id) for part in self.parts.values() for m in part.mentions if m.name)
        return sorted((first.idx, last.idx + len(last), id) for first, last, id in rows)

    def head(self, k: int) -> Token:
        """The token on which a mention hangs."""
        return self.document.doc[self.mentions[k].head]

    def only(self, k: int) -> Part | None:
        """The one actor of a mention; None of a mention of several."""
        ids = self.chosen[k]
        return self.parts[ids[0]] if len(ids) == 1 else None


def agreeable(part: Part | None, mention: Mention) -> bool:
    """Number and gender."""
    if part is None or mention.plural:
        return part is not None and part.kind == "group"
    return part.kind != "group" and agrees(part, mention.gender)


def presides(part: Part) -> bool:
    """Whether the article gives somebody the chair: "*PTI chairman* Asad Khan" leads a party."""
    return any(title in words("offices", "chairs") and not _of_a_party(title, of) for title, of in part.titles)


def _of_a_party(title: str, of: tuple[str, ...]) -> bool:
    """Whether it is a party that is chaired; "*Republican* chairman" says only who chairs the committee."""
    parties = (word for word in of if is_party(word) and word not in words("offices", "ranks") | {"democratic"})
    return title in words("offices", "party_chairs") and ("party" in of or any(parties))
