"""Who in one article is who in another: fuller and shorter names, other spellings, offices and those who hold them, groups.

Each actor of one article is at most one of the other's: of all pairings the likeliest as a whole is taken. Who goes as well with
two of them is left alone, unless his own article has split somebody in two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce

import networkx as nx

from extract.stories import names
from extract.stories.sorts import offices, presides, same_party, side, sort, with_party
from extract.types import Actor

ENOUGH = 1.0
HELD = 1.4  # an office and who holds it: a name goes before
LOOSE = {"minister", "mayor", "premier", "president", "secretary"}
ARTICLES = {"the", "a", "an"}
Node = tuple[int, str]  # 0 for the one cast, 1 for the other, and an actor's id in it
Ids = dict[str, str]


def likeness(one: Actor, other: Actor) -> float:
    """How surely two articles' actors are one: 0 not, 1 so that nothing speaks against it, more by how much speaks for it."""
    kinds = {one.kind, other.kind}
    if kinds == {"person"}:
        told = names.likeness(one, other)
        return told + _agreeing(one, other) if told else 0.0
    if kinds == {"group"}:
        return _grouped(one, other)
    if "group" in kinds:
        return 0.0
    if kinds == {"office"} and one.name.lower() == other.name.lower():
        return 2.0
    if offices(one) & offices(other):
        return 2.0 if kinds == {"office"} else HELD
    return ENOUGH if _loosely(one, other) or _loosely(other, one) else 0.0


def _loosely(office: Actor, other: Actor) -> bool:
    """Whether an office can be one that is told more exactly: "the chair" the Speaker, "the minister" the Health Minister."""
    if office.kind != "office":
        return False
    said, role = office.name.lower(), names.words(other.role or "")
    return (said == "chair" and presides(other)) or (said in LOOSE and role[-1:] == [said])


def same_actor(one: Actor, other: Actor) -> bool:
    """Whether two articles mean one actor: a person by name, an office by its title, a group by its words."""
    return likeness(one, other) >= ENOUGH


def same_name(one: str, other: str) -> bool:
    """Whether a name is another or its shorter form: "Marlowe" of "Tom Marlowe"; never "Ann Marlowe"."""
    return names.compared(names.words(one), names.words(other)) >= ENOUGH


def _agreeing(one: Actor, other: Actor) -> float:
    """What party and office add, or take away: of one name in two parties there are two."""
    told = 0.2 * (bool(one.role) and (one.role or "").lower() == (other.role or "").lower())
    if one.party and other.party:
        told += 0.3 if same_party(one.party, other.party) else -2.5
    return told


def _grouped(one: Actor, other: Actor) -> float:
    """How well the words for two groups go together."""
    if {one.name.lower(), *map(str.lower, one.aliases)} & {other.name.lower(), *map(str.lower, other.aliases)}:
        return 2.5
    if not sort(one) or sort(one) != sort(other):
        return 0.0
    if sort(one) == "house":
        mine, theirs = set(names.words(one.name)) - ARTICLES, set(names.words(other.name)) - ARTICLES
        return 2.0 if mine <= theirs or theirs <= mine else 0.0
    if one.party or other.party:
        return 2.0 if same_party(one.party, other.party) else 0.0
    if side(one) or side(other):
        return 2.0 if side(one) == side(other) else 0.0
    return 1.2


def united(base: Sequence[Actor], other: Sequence[Actor]) -> tuple[tuple[Actor, ...], Ids, Ids]:
    """One cast for both, and the ids that the actors of each have in it."""
    graph: nx.Graph[Node] = nx.Graph()
    known: dict[Node, Actor] = {(n, a.id): a for n, cast in enumerate((base, other)) for a in cast}
    graph.add_nodes_from(known)
    everybody = (*base, *other)
    graph.add_edges_from(_pairs(with_party(base, everybody), with_party(other, everybody)))
    graph.add_edges_from(_halves(graph, known))
    return _fused(graph, known)


def _pairs(base: Iterable[Actor], other: Iterable[Actor]) -> list[tuple[Node, Node]]:
    """The likeliest pairing, without whom somebody left over is as likely to be."""
    graph: nx.Graph[Node] = nx.Graph()
    theirs = tuple(other)
    for one in base:
        for two in theirs:
            if (weight := likeness(one, two)) >= ENOUGH:
                graph.add_edge((0, one.id), (1, two.id), weight=weight)
    found = [(min(pair), max(pair)) for pair in nx.max_weight_matching(graph)]
    taken = {node for pair in found for node in pair}
    return sorted(pair for pair in found if not any(_rivals(graph, *ends, taken) for ends in (pair, pair[::-1])))


def _rivals(graph: nx.Graph[Node], node: Node, partner: Node, taken: set[Node]) -> bool:
    """Whether another, with nobody of his own, goes as well with a partner: "Smith" is neither of two Smiths."""
    weight = graph.edges[node, partner]["weight"]
    return any(rival not in taken and graph.edges[rival, partner]["weight"] >= weight for rival in graph[partner])


def _halves(graph: nx.Graph[Node], known: dict[Node, Actor]) -> list[tuple[Node, Node]]:
    """Whom an article has split: "Halakhe" beside "Dida Halakhe", or somebody beside the office that he holds elsewhere.

    That one is the only one there who can be meant, and is already whoever can be meant in their own article.
    """
    found = []
    for node in (n for n in graph if not graph[n] and known[n].kind != "group"):
        others = [n for n in graph if n[0] != node[0] and same_actor(known[n], known[node])]
        if len(others) != 1:
            continue
        own = [n for n in graph if n[0] == node[0] and n != node and same_actor(known[n], known[node])]
        alone = all(graph.has_edge(n, others[0]) for n in own)
        if alone and len(own) == (known[node].kind == "person"):
            found.append((node, others[0]))
    return found


def _fused(graph: nx.Graph[Node], known: dict[Node, Actor]) -> tuple[tuple[Actor, ...], Ids, Ids]:
    """One actor for each part of the graph, under the id of its first."""
    cast: dict[str, Actor] = {}
    ids: tuple[Ids, Ids] = ({}, {})
    places = {node: n for n, node in enumerate(known)}
    for part in sorted(nx.connected_components(graph), key=lambda part: min(places[n] for n in part)):
        nodes = sorted(part, key=lambda n: places[n])
        id = _free(nodes[0][1], cast)
        cast[id] = replace(reduce(fuller, (known[n] for n in nodes)), id=id)
        for whose, own in nodes:
            ids[whose][own] = id
    return tuple(cast.values()), *ids


def _free(id: str, taken: Iterable[str]) -> str:
    """The id, with a number where another actor has it."""
    used = set(taken)
    return id if id not in used else next(f"{id}-{n}" for n in range(2, len(used) + 3) if f"{id}-{n}" not in used)


def fuller(one: Actor, other: Actor) -> Actor:
    """One actor of two: the fuller name, all forms, all mentions."""
    chief = max((one, other), key=_fullness)
    aliases = tuple(dict.fromkeys(f for f in (*one.aliases, *other.aliases, one.name, other.name) if f != chief.name))
    return replace(
        one,
        name=chief.name,
        kind=chief.kind,
        aliases=aliases,
        role=chief.role or one.role or other.role,
        party=chief.party or one.party or other.party,
        mentions=tuple(dict.fromkeys((*one.mentions, *other.mentions))),
    )


def _fullness(actor: Actor) -> tuple[int, ...]:
    """A person before an office; the more names the better; of groups the one whose party is told."""
    if actor.kind == "group":
        return 0, bool(actor.party)
    return actor.kind == "person", len(names.words(actor.name)), len(actor.name)
