"""Acts on a group → the acts on its members: "three MPs were expelled" beside their three names is one count, not four.

And one act on many is no second one where the text goes on to tell of some: "Two of them had to be carried out".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.company import Company
from extract.types import Telling

# Whether a type counts those who suffer it or those who do it.
SUFFERED = {"ejection", "intervention", "ruling"}
DONE = {"walkout", "point_of_order", "scuffle", "reaction"}


NEAR = 700  # characters to what is told of some of them


def of_them(telling: Telling, cluster: Sequence[Telling], company: Company) -> bool:
    """Whether it tells of some of those whom an act puts out: "ejected four MPs. *Two of them* had to be carried out"."""
    few = [company.part(id) for id in telling.targets]
    if telling.type != "ejection" or telling.again or not few or not all(few):
        return False
    last = max(cluster, key=lambda t: t.at)
    if (last.type, last.status) != (telling.type, telling.status) or not 0 < telling.at - last.at < NEAR:
        return False
    if telling.date and last.date and telling.date != last.date:
        return False
    many = {id for t in cluster for id in t.targets if not company.part(id)}
    group = (company.number(id) for id in many if company.actors[id].kind == "group")
    return len(many) > sum(few) or any(n == 0 or n > sum(few) for n in group)


def whole(rows: Sequence[Telling], company: Company) -> list[tuple[str, ...]]:
    """Whom each telling of an act says to suffer it, without the words for some of those whom another telling names."""
    told = [t.targets for t in rows]
    named = any(not company.part(id) for ids in told for id in ids)
    return [tuple(id for id in ids if not (named and company.part(id))) for ids in told]


def fold(clusters: list[list[Telling]], company: Company) -> None:
    """Move what tells a group's act as a whole to the first of the acts of its members."""
    for group in sorted(clusters, key=lambda c: c[0].at):
        counted = _people(group)
        if counted and all(company.vague(id) and company.actors[id].kind == "group" for id in counted):
            single = [c for c in clusters if c is not group and _is_part(c, group, counted, company)]
            known = {id for c in single for id in _people(c)}
            most = max(company.number(id) for id in counted)
            if single and (len(known) <= most or not most):
                min(single, key=lambda c: c[0].at).extend(_uncounted(t) for t in group)
                clusters.remove(group)


def _uncounted(telling: Telling) -> Telling:
    """A telling without the group that it counts."""
    return replace(telling, targets=()) if telling.type in SUFFERED else replace(telling, actors=())


def _people(cluster: Sequence[Telling]) -> set[str]:
    """Whom an act counts."""
    if cluster[0].type in SUFFERED:
        return {id for t in cluster for id in t.targets}
    return {id for t in cluster for id in t.actors} if cluster[0].type in DONE else set()


def _followed(cluster: Sequence[Telling], group: Sequence[Telling]) -> bool:
    """Whether an act is told as one that came after a group's: "Opposition members left. *The Greens followed*"."""
    own = [t for t in cluster if not (t.lead or t.recap)]
    first = [t for t in group if not (t.lead or t.recap)]
    return bool(own) and bool(first) and all(t.again for t in own) and min(t.at for t in first) < min(t.at for t in own)


def _is_part(cluster: Sequence[Telling], group: Sequence[Telling], counted: set[str], company: Company) -> bool:
    """Whether an act is that of one of those whom a group's act counts, and of nobody else, on the same day."""
    if (cluster[0].type, cluster[0].status) != (group[0].type, group[0].status) or any(t.again for t in group):
        return False
    if _followed(cluster, group) and not any(company.number(id) for id in counted):
        return False
    days = {t.date for t in cluster if t.date}, {t.date for t in group if t.date}
    if all(days) and not days[0] & days[1]:
        return False
    one, other = (company.presiding(id for t in rows for id in t.actors) for rows in (cluster, group))
    if cluster[0].type == "ejection" and one and other and not one & other:
        return False  # another's House, or another time in the chair
    people = _people(cluster)
    return bool(people) and all(any(company.covers(one, id) for one in counted) for id in people)
