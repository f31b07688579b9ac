"""Mentions that belong together: a group with whose it is, and with what it is of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.document import Document
from extract.mention import Mention

OF = (["of", "the"], ["of"], ["from", "the"], ["from"])
SIDED = {"opposition", "ruling", "governing", "main"}  # "lawmakers from the *governing* Island Democrats"


def with_owners(document: Document, found: list[Mention]) -> list[Mention]:
    """ "*Mr Key's* security staff": a group is named with its owner; "Labour's whip": a title takes the owner's party."""
    out: list[Mention] = []
    for mention in found:
        owner = out[-1] if out and out[-1].kind != "pronoun" else None
        between = document.doc[owner.end : mention.start].text.strip() if owner else ""
        if owner and owner.end <= mention.start and between in {"'s", "'"}:
            if mention.kind == "group":
                first, last = document.doc[owner.start], document.doc[mention.end - 1]
                mention = replace(mention, text=document.article.text[first.idx : last.idx + len(last)])
            elif mention.kind in {"name", "rank", "office"} and owner.kind == "party" and not mention.party:
                mention = replace(mention, party=owner.party)
        out.append(mention)
    return out


def with_of(document: Document, found: list[Mention]) -> Iterator[Mention]:
    """ "*members of the opposition*", "*leader of the Greens*": the phrase with "of" belongs to the mention before it."""
    for n, mention in enumerate(found):
        follower = found[n + 1] if n + 1 < len(found) else None
        if follower and mention.kind in {"group", "rank"} and follower.kind in {"group", "party"}:
            between = document.doc[mention.end : follower.start].text.lower().split()
            sits = follower.office.endswith("gallery") and between[:1] == ["from"]  # "dragged two men *from the gallery*"
            if [w for w in between if w not in SIDED] in OF and not sits:
                last = document.doc[follower.end - 1]
                text = document.article.text[document.doc[mention.start].idx : last.idx + len(last)]
                mention = replace(mention, text=text, fuller=(*mention.fuller, text), party=follower.party or mention.party)
        yield mention
