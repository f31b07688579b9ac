"""Words that pick up whoever was told of just before: "jeered at Hale as *he* left", "*the pair*", "*her* colleagues"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extract import grammar, pairs
from extract.affiliations import seats_of
from extract.departed import goes
from extract.grammar.labels import SUBJECT
from extract.lexicon import per_codebook, words
from extract.mention import Mention
from extract.naming import Part
from extract.pronouns import antecedents, nearest
from extract.ranks import LEADERS, MEMBERS
from extract.state import State, presides
from extract.tree import Token

WHILE = {"as", "while", "when"}
SIDES = {"opposition", "ruling", "government", "governing"}
OFFICERS = {"deputy leader", "whip", "chief whip"}
PARTISANS = words("offices", "partisans")
SO_MANY = {"pair": 2, "duo": 2, "trio": 3, "two": 2, "three": 3}
# Who has a charge is of no side by its name: "shadow *local government minister*".
UNSIDED = ("local", "minister", "secretary", "spokesman", "spokeswoman", "spokesperson")
THOSE = {"those", "ones"}
NO_HOUSE = set("home building office offices work school town country party government coalition university job jobs".split())
FAR = 9  # sentences back to which "those who had left" may look
LEADS = {"lead", "take", "march"}
ALL_OF = {"whole", "entire", "own", "remaining"}
RIVALS = {"those", "men", "women", "rivals", "lawmakers", "legislators", "senators", "councillors", "politicians"}


def meant(state: State, mention: Mention) -> tuple[Part, ...]:
    """Whom a pronoun stands for."""
    heard = _shouted_at(state, mention, state.document.doc[mention.head])
    return (heard,) if heard is not None else pairs.meant(state, mention)


def _shouted_at(state: State, mention: Mention, token: Token) -> Part | None:
    """ "Lind jeered at *Hale* as *she* left": who does something while others cry out at somebody is whom they cry out at."""
    clause, verb = token.head, token.head.head
    if token.dep_ != "nsubj" or mention.plural or clause.dep_ != "advcl" or clause.i < verb.i:
        return None
    if not any(c.lower_ in WHILE and c.i < token.i for c in clause.children) or grammar.is_passive(verb):
        return None
    if grammar.lemma(verb) not in words("speech", "shout"):
        return None
    aimed = {*grammar.verb_frame(verb).patients, *grammar.obliques(verb, "at")}
    here = state.document.sentence_numbers[token.i]
    told = [k for k in state.by_sentence.get(here, []) if state.head(k) in aimed and state.mentions[k].start < token.i]
    parts = [p for k in told if (p := state.only(k)) is not None and p.kind != "group"]
    return parts[0] if len(parts) == 1 and mention.gender in {"", parts[0].gender or mention.gender} else None


def counted(state: State, mention: Mention) -> tuple[Part, ...]:
    """ "Hale, Lind and Okoro rose. *The trio* left", "*the two MPs*": as many as the word says, told of together just before."""
    many = _so_many(mention) if mention.definite and not (mention.modifiers or mention.party) else 0
    parts = antecedents(state, replace(mention, office="plural_words", plural=True)) if many else ()
    if many == 2 and len(parts) != many:
        parts = pairs.last_two(state, mention)  # "Hale yelled at Lind. Lind yelled back. *The pair* left"
    return parts if len(parts) == many and all(part.kind == "person" for part in parts) else ()


def _so_many(mention: Mention) -> int:
    """ "the *pair*", "the *three*", "the *two lawmakers*", "the *two of them*"."""
    several = not mention.office or mention.office in words("offices", "member_groups") | RIVALS
    return SO_MANY.get(mention.office) or (SO_MANY.get(mention.number, 0) if several else 0)


def fellows(state: State, mention: Mention) -> Mention:
    """ "her *colleagues*", "Sinn Féin's 22 other *deputies*": the members of the owner's party, where it is told."""
    token = state.document.doc[mention.head]
    owners = [k for c in token.children if c.dep_.startswith("nmod:poss") for k in _mentioned(state, c)]
    before = state.document.doc[max(mention.start - 2, 0) : mention.start]  # "Cllr Pritchard-*Rees's* party colleagues"
    owners = owners or [k for t in before[:1] if before[-1].tag_ == "POS" for k in _mentioned(state, t)]
    parts = [p for k in owners if (p := state.only(k)) is not None]
    party = parts[0].party if len(parts) == 1 else ""
    ranked = mention.office in words("offices", "member_groups") and not mention.office.startswith("bench")
    whose = mention.office in theirs()
    side = next((s for p in parts for s in [side_of(p)] if s), "") if len(parts) == 1 and whose and not party else ""
    if side and not mention.party and {m.lower() for m in mention.modifiers} <= ALL_OF:
        rank = token.text if ranked else "members"  # "his *colleagues*"
        said = (mention.text,)
        return replace(mention, text=f"{side} {rank}", office=rank.lower(), modifiers=(side,), definite=False, fuller=said)
    if mention.party or not party or not whose:
        return mention
    rank = token.text if ranked else "MPs"
    return replace(
        mention, text=f"{party} {rank}", party=party, office=rank.lower(), modifiers=(), number="", fuller=(mention.text,)
    )


def own_party(state: State, mention: Mention) -> str:
    """ "*his* party", "*her* group": the party of the one person who owns it; empty where nobody's is known."""
    token = state.document.doc[mention.head]
    if mention.office not in {"party", "group"} or mention.party or mention.modifiers or token.lower_ != mention.office:
        return ""
    whose = (k for c in token.children if c.dep_ == "nmod:poss" for k in _mentioned(state, c))
    owners = [p for k in whose if (p := state.only(k)) is not None]
    return owners[0].party if len(owners) == 1 and owners[0].kind == "person" else ""


@per_codebook
def theirs() -> frozenset[str]:
    """The words for those who sit with somebody: "his *side*", "her *colleagues*", "their *benches*"."""
    return words("offices", "partners", "member_groups", "fellows")


def side_of(part: Part) -> str:
    """The side of the house on which an office puts whoever holds it: "*Opposition* Whip", "*Government* Chief Whip"."""
    said = [f" {' '.join((*of, title))} ".lower() for title, of in part.titles]
    if any(f" {word} " in title for title in said for word in ("opposition", "minority", "shadow")):
        return "opposition"
    governs = any(f" {word} " in title for title in said for word in ("government", "majority"))
    return "government" if governs and not any(f" {word} " in title for title in said for word in UNSIDED) else ""


def gone(state: State, mention: Mention, parts: Iterable[Part]) -> Part | None:
    """ "those *who had left*", "the members *who walked out*": the group of the House told last to have gone."""
    head = state.document.doc[mention.head]
    clauses = [c for c in head.children if c.dep_.startswith("acl") and c.i > head.i and goes(c)]
    if mention.office not in THOSE | words("offices", "member_groups") or not clauses or any(map(_elsewhere, clauses)):
        return None
    groups = {p.id for p in parts if p.kind == "group" and not words("offices", "servants") & set(p.key.split())}
    here = state.document.sentence_numbers[head.i]
    for back in range(FAR):
        told = [k for k in state.by_sentence.get(here - back, ()) if state.mentions[k].start < mention.start]
        for k in reversed(told):
            whole = state.only(k)
            if whole is not None and whole.id in groups and _leaves(state.head(k)):
                return whole
    return None


def _leaves(token: Token) -> bool:
    """ "*the opposition* abandoned the House", "led *his side* to the exit"."""
    verb = token.head
    left = goes(verb) and token in grammar.own_subjects(verb) and not grammar.is_passive(verb)
    left &= not _elsewhere(verb)
    left &= verb.tag_ != "VBN" or any(c.dep_ == "aux" for c in verb.children)  # "with the benches *deserted*"
    led = grammar.lemma(verb) in LEADS and token.dep_ == "obj"
    return left or (led and any(c.dep_ == "obl" or c.lower_ in {"out", "away"} for c in verb.children))


def _elsewhere(verb: Token) -> bool:
    """Whether one goes from or to what is no House: "gone *home*", "left the *building*", "left *school*"."""
    return any(c.lower_ in NO_HOUSE for c in verb.children if c.i > verb.i)


def of_them(state: State, mention: Mention) -> Part | None:
    """ "Labour MPs were not satisfied. About *twenty of them* left": the party's members, as its members do it."""
    last = mention.end - 1
    if mention.office != "those" or mention.number == "two" or state.document.doc[last].lower_ != "them":
        return None
    whole = antecedents(state, replace(mention, office="plural_words", plural=True, head=last))
    return whole[0] if len(whole) == 1 and whole[0].kind == "group" and whole[0].party else None


def _mentioned(state: State, token: Token) -> list[int]:
    """The mentions that hold a token."""
    here = state.by_sentence.get(state.document.sentence_numbers[token.i], ())
    return [k for k in here if state.mentions[k].start <= token.i < state.mentions[k].end]


def unplaced(state: State, parts: Iterable[Part], mention: Mention) -> Part | None:
    """ "Guy Lent rose. *The member for Perth* ...", "*The Green MP*": whoever was just told of, of no seat or party known."""
    seats = set(seats_of(mention))
    head = state.document.doc[mention.head]
    sided = any(m.lower() in SIDES for m in mention.modifiers)
    ranks = MEMBERS | LEADERS | OFFICERS | PARTISANS | words("legislatures", "upper")
    if not (seats or mention.party or sided) or mention.office.lower() not in ranks or not mention.definite:
        return None
    doing = head.dep_ in SUBJECT
    if mention.party and doing and any(c.lower_ in {"him", "her"} for c in head.head.children):
        return None  # "Mr Lent rose. *The Green MP* jeered him"
    part = next(iter(nearest(state, mention) or ()), None)
    if part is None or _told(state, mention, doing) != [part.id] or not _free(part, mention):
        return None
    if any(seats & p.seats for p in parts):
        return None
    part.seats |= seats
    part.party = part.party or mention.party
    return part


def _free(part: Part, mention: Mention) -> bool:
    """Whether nothing is known of somebody that says he is somebody else: no seat or title, no other party."""
    return not (part.seats or part.titles or (mention.party and part.party))


def _told(state: State, mention: Mention, doing: bool) -> list[str]:
    """The named people of the sentence before who may be meant, but for whoever presides and whoever acts on him here."""
    here = state.document.sentence_numbers[mention.head]
    beside = [] if doing else [k for k in state.by_sentence.get(here, ()) if state.mentions[k].start < mention.start]
    acting = {id for k in beside for id in state.chosen[k]}
    told = {p.id: p for n in state.by_sentence.get(here - 1, ()) if (p := state.only(n)) is not None and p.names}
    if not doing and not (acting and acting <= told.keys()):
        return []  # "Moss sat down. Mr Lent heckled *the Perth MP*" : nobody; "Moss faced Lent. She called *the Perth MP*"
    return [id for id, p in told.items() if not presides(p) and id not in acting]
