"""Acts on a group → the acts on its members: "three MPs were expelled" beside their three names is one count, not four."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.company import Company
from extract.types import Telling

# Whether a type counts those who suffer it or those who do it.
SUFFERED = {"ejection", "intervention", "ruling"}
DONE = {"walkout", "point_of_order", "scuffle", "reaction"}


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


def _is_part(cluster: Sequence[Telling], group: Sequence[Telling], counted: set[str], company: Company) -> bool:
    """Whether an act is that of one of those whom a group's act counts, and of nobody else, on the same day."""
    if (cluster[0].type, cluster[0].status) != (group[0].type, group[0].status) or any(t.again for t in group):
        return False
    days = {t.date for t in cluster if t.date}, {t.date for t in group if t.date}
    if all(days) and not days[0] & days[1]:
        return False
    people = _people(cluster)
    return bool(people) and all(any(company.covers(one, id) for one in counted) for id in people)
