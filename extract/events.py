"""Tellings → events: the same act told twice becomes one, and what happened twice stays two. No spaCy from here on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache

from extract import counts, lexicon, spells
from extract.company import Company
from extract.types import Event, Telling

# Acts that one actor hardly does twice to the same people in one story, unless the text says "again".
ONCE = {"ejection", "walkout", "point_of_order", "no_confidence_request", "adjournment", "withdrawal", "scuffle", "reaction"}
NEAR = 2  # tellings apart: measured on the published set, farther back a like act is nearly always another one
AN_AGE = 3  # days between two tellings of which only one says when it was
ALIKE = 0.85  # share of equal characters from which two clauses are one clause copied
# Words by which a statement speaks of an incident in the House.
INCIDENT = re.compile(
    r"comment|remark|outburst|motion|walk-?out|eject|behaviour|heckl|speaker|attack|decision|apolog|disrupt|chamber|protest", re.I
)
STOP = set(
    "the a an of in on at to and for that this with was were been being had has have his her their its who you they them are is "
    "not but from by".split()
)


def merge(tellings: Iterable[Telling], company: Company | None = None) -> tuple[Event, ...]:
    """Fold tellings into events: bodies first, then leads and recaps, which look for the act that they sum up."""
    company = company or Company()
    rows = _pertinent(list(tellings))
    clusters: list[list[Telling]] = []
    for telling in (t for t in rows if not t.recap and not t.lead):
        _place(telling, clusters, rows, company)
    for telling in (t for t in rows if t.lead and not t.recap):
        _place_summary(telling, clusters, company)
    for telling in (t for t in rows if t.recap):
        _place_summary(telling, clusters, company)
    counts.fold(clusters, company)
    clusters = _done(clusters, company)
    events = _revealed([_event(cluster, company) for cluster in clusters], {t.at: t for t in rows}, company)
    events.sort(key=lambda e: home(e).span.start)
    return tuple(_numbered(events))


def _revealed(events: list[Event], rows: dict[int, Telling], company: Company) -> list[Event]:
    """With the names of those whom one act counts and another names: "threw out *two MPs* ... *Hale and Lind* were told"."""
    known: dict[str, tuple[str, ...]] = {}
    for event in events:
        for side, told in (("targets", event.targets), ("actors", event.actors)):
            first = {id for t in event.evidence for id in getattr(rows[t.at], side) if id not in told}
            if len(told) > 1 and not any(company.number(id) for id in told):
                known |= {id: told for id in first if company.number(id) == len(told)}
    return [_with_names(event, known) for event in events] if known else events


def _with_names(event: Event, known: dict[str, tuple[str, ...]]) -> Event:
    """An event with names for a number."""
    actors, targets = (
        tuple(dict.fromkeys(n for id in ids for n in known.get(id, (id,)))) for ids in (event.actors, event.targets)
    )
    if (actors, targets) == (event.actors, event.targets):
        return event
    return replace(event, actors=actors, targets=targets, evidence=tuple(_named(t, actors, targets) for t in event.evidence))


def _numbered(events: list[Event]) -> list[Event]:
    return [replace(event, id=f"e{n}") for n, event in enumerate(events, 1)]


def _place(telling: Telling, clusters: list[list[Telling]], rows: list[Telling], company: Company) -> None:
    """A telling of the body: the act told just before, or a new one."""
    for cluster in reversed(clusters):
        if counts.of_them(telling, cluster, company) or same(telling, cluster, rows, company):
            cluster.append(telling)
            return
    clusters.append([telling])


def _place_summary(telling: Telling, clusters: list[list[Telling]], company: Company) -> None:
    """A lead or a recap: the act whose words it shares most, else the first (lead) or the last (recap) that it can mean."""
    fitting = [
        c
        for c in clusters
        if telling.type == c[0].type
        and (compatible(telling, c, company) or (shared_words(telling, c) > 1 and _meet(telling, c, company)))
    ]
    if not fitting:
        clusters.append([telling])
        return
    before = [c for c in fitting if c[0].span.start < telling.span.start]
    ordered = fitting if telling.lead else (list(reversed(before)) or fitting)
    max(ordered, key=lambda c: (shared_words(telling, c), _plainly(telling, c))).append(telling)


def _plainly(telling: Telling, cluster: list[Telling]) -> bool:
    """Whether an act is told of somebody whom a telling names, not of one whom its words only can mean."""
    return any(set(telling.targets) & set(t.targets) or set(telling.actors) & set(t.actors) for t in cluster)


def same(telling: Telling, cluster: list[Telling], rows: list[Telling], company: Company) -> bool:
    """Whether a telling tells the act of a cluster once more."""
    if telling.type != cluster[0].type or spells.apart(telling, cluster):
        return False
    if not telling.again and any(copied(telling, other) for other in cluster):
        return True
    last = max(cluster, key=lambda t: t.at)
    if _one_breath(telling, last):
        return True
    if telling.again or _singled_out(telling, last) or not compatible(telling, cluster, company):
        return False
    if telling.type in ONCE:
        return True
    between = [t for t in rows if last.span.start < t.span.start < telling.span.start and t.type != "reaction"]
    interrupted = any(set(t.actors) - set(telling.actors) for t in between)
    near = len(between) < NEAR and telling.span.start - last.span.end < 700
    if telling.type in {"ruling", "decision", "intervention", "objection"}:
        return not between and telling.span.start - last.span.end < 250
    return near and not interrupted


def _one_breath(telling: Telling, last: Telling) -> bool:
    """Shouts or insults of one person at several people, told in one breath (CODEBOOK, hard cases 3 and 13)."""
    return (
        telling.type in {"heckle", "attack"}
        and bool(telling.actors)
        and (telling.actors, telling.status, telling.again) == (last.actors, last.status, False)
        and telling.sentence == last.sentence >= 0
    )


def _singled_out(telling: Telling, last: Telling) -> bool:
    """What one of a crowd cried, told beside the noise of all: "Labour MPs jeered, and one, Ann Hale, yelled 'Rubbish!'"."""
    apart = bool(last.actors) and not set(telling.actors) & set(last.actors) and telling.sentence == last.sentence >= 0
    return telling.type == "heckle" and telling.quote is not None and apart


def copied(one: Telling, other: Telling) -> bool:
    """The same clause twice: a caption, a pull quote, a copied line. Of two others, it is like clauses of two acts."""
    if one.actors != other.actors or (one.targets and other.targets and not set(one.targets) & set(other.targets)):
        return False
    matcher = SequenceMatcher(None, one.span.text.lower(), other.span.text.lower(), autojunk=False)
    # Two quick upper bounds first, since a long text compares every clause with every other.
    return all(bound() >= ALIKE for bound in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio))


def compatible(telling: Telling, cluster: list[Telling], company: Company) -> bool:
    """Same type, status and day, and nobody who stands in one and is excluded by the other."""
    if telling.type != cluster[0].type or telling.status != cluster[0].status or not _meet(telling, cluster, company):
        return False
    if _another_day(telling, cluster) or spells.apart(telling, cluster):
        return False
    if telling.type in {"reaction", "walkout", "adjournment"}:
        return True
    targets = {t for other in cluster for t in other.targets}
    return not targets or not telling.targets or _known(telling.targets, targets, telling, cluster, company)


def _another_day(telling: Telling, cluster: list[Telling]) -> bool:
    """Whether the days on which two tellings can have been are none the same, as the text says of both, or of one by far."""
    return all(_apart(telling, other) for other in cluster)


def _apart(one: Telling, other: Telling) -> bool:
    stated = sum(t.time_text is not None for t in (one, other))
    if not stated or not all(t.earliest or t.latest for t in (one, other)):
        return False
    early, late = sorted((one, other), key=lambda t: t.latest or "9")
    gap = _days(early.latest, late.earliest)
    return gap > (0 if stated == 2 else AN_AGE)


def _days(end: str | None, start: str | None) -> int:
    """Days from the end of one window to the start of the next; 0 where either is open."""
    return (date.fromisoformat(start) - date.fromisoformat(end)).days if start and end else 0


def _meet(telling: Telling, cluster: list[Telling], company: Company) -> bool:
    actors = {a for other in cluster for a in other.actors}
    if not actors or not telling.actors:
        return True
    if telling.type == "ejection" and actors <= company.house and set(telling.actors) <= company.house:
        one, other = company.presiding(actors), company.presiding(telling.actors)
        return not one or not other or bool(one & other)  # who names, who votes and who leads out do one thing; not two Speakers
    return _known(telling.actors, actors, telling, cluster, company)


def _known(ids: Iterable[str], others: set[str], telling: Telling, cluster: list[Telling], company: Company) -> bool:
    """Whether two tellings can have the same people: in the body a single "member" is only one who is named later."""
    mine = set(ids)
    if mine & others:
        return True
    if telling.lead or telling.recap or any(t.lead for t in cluster):
        return company.meet(mine, others) and not (telling.type == "walkout" and company.led_apart(mine, others))
    if telling.type in {"walkout", "no_confidence_request"}:
        return company.meet(mine, others, opposition=telling.type != "walkout")
    return any(company.covers(b, a) for a in mine for b in others if not company.number(b))


def _done(clusters: list[list[Telling]], company: Company) -> list[list[Telling]]:
    """Without threats and plans that were carried out: they are the act itself (CODEBOOK, hard case 19)."""
    done = [c for c in clusters if c[0].status == "happened"]
    return [c for c in clusters if c[0].status != "planned" or not any(_carried_out(c, d, company) for d in done)]


def _carried_out(plan: list[Telling], act: list[Telling], company: Company) -> bool:
    """Whether an act told after a plan is what was planned."""
    whom = {id for t in act for id in t.targets}, {id for t in plan for id in t.targets}
    who = {id for t in act for id in t.actors}, {id for t in plan for id in t.actors}
    return (
        plan[0].type == act[0].type
        and (plan[0].lead or plan[0].at < max(t.at for t in act))
        and not any(t.again for t in act)
        and all(not one or not two or company.meet(one, two) for one, two in (whom, who))
        and (any(whom) or any(who))
    )


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The content words of a passage, shorn of their endings; a quotation is held against many."""
    words = re.findall(r"[a-zà-ž']+", text.lower())
    return frozenset(re.sub(r"(?:ing|ed|es|s|'s)$", "", w) for w in words if len(w) > 3 and w not in STOP)


def shared_words(telling: Telling, cluster: list[Telling]) -> int:
    """How many content words of its quotation a telling shares with the quotations of an act."""
    mine = stems(telling.quote or "")
    return len(mine & {w for other in cluster for w in stems(other.quote or "")})


def _pertinent(rows: list[Telling]) -> list[Telling]:
    """Without statements about something else: a reaction speaks of somebody in the incident, or of the incident itself."""
    others = {id for t in rows if t.type != "reaction" for id in t.actors + t.targets}
    known = [t.of_it or (others and (others & {*t.actors, *t.targets} or _speaks_of_it(t.span.text))) for t in rows]
    return [t for t, of_it in zip(rows, known, strict=True) if t.type != "reaction" or of_it]


def _speaks_of_it(text: str) -> bool:
    """Whether words speak of an incident in the House: "the *suspension* was a black day"."""
    return (INCIDENT.search(text) or _named_incident().search(text)) is not None


@lexicon.per_codebook
def _named_incident() -> re.Pattern[str]:
    nouns = "|".join(sorted(lexicon.words("speech", "incidents")))
    return re.compile(rf"\b(?:the|this|that|these|those|his|her|their|its) (?:\w+ )?(?:{nouns})\b", re.IGNORECASE)


def home(event: Event) -> Telling:
    """The telling that counts for the order of telling: the first where the story is told, below what sums it up.

    The paragraph under the lead often sums up still; farther down what is told once more is only recalled.
    """
    body = [t for t in event.evidence if not t.lead and not t.recap]
    return next((t for t in body if t.depth > 1), body[0] if body else event.evidence[0])


def _event(cluster: list[Telling], company: Company) -> Event:
    """One event from all its tellings, in reading order."""
    rows = tuple(sorted(cluster, key=lambda t: t.span))
    chief = next((t for t in rows if not t.lead and not t.recap), rows[0])
    actors = company.told([t.actors for t in rows])
    if chief.type == "ejection":  # the chair acts, whoever votes on it and leads the way
        actors = tuple(id for id in actors if id in company.chairs) or actors
        doers = {id for t in rows if t.voice != "agentless" for id in t.actors}  # a chair left unsaid is the one told elsewhere
        actors = tuple(id for id in actors if id in doers) or actors
    targets = company.told(counts.whole(rows, company))
    traded = {id for t in rows if set(t.actors) == set(t.targets) for id in t.actors}  # both do and suffer it
    rows = tuple(_named(t, actors, targets) for t in rows)
    sources = {t.source for t in rows}
    dated = next((t for t in rows if t.date), next((t for t in rows if t.earliest or t.latest), chief))
    return Event(
        id="",
        type=chief.type,
        actors=actors,
        targets=tuple(t for t in targets if t not in actors or t in traded),
        status=chief.status,
        source=next(iter(sources)) if len(sources) == 1 else None,
        date=dated.date,
        earliest=dated.earliest,
        latest=dated.latest,
        time_text=next((t.time_text for t in rows if t.time_text), None),
        place=chief.place,
        quote=next((t.quote for t in rows if t.quote and not t.lead), None) or next((t.quote for t in rows if t.quote), None),
        confidence=round(max(t.confidence for t in rows), 2),
        evidence=rows,
    )


def _named(telling: Telling, actors: tuple[str, ...], targets: tuple[str, ...]) -> Telling:
    """A telling with the people of its event, where its own words for them were vaguer."""
    who = tuple(id for id in telling.actors if id in actors) or (actors if telling.actors else ())
    whom = tuple(id for id in telling.targets if id in targets) or (targets if telling.targets else ())
    return telling if (who, whom) == (telling.actors, telling.targets) else replace(telling, actors=who, targets=whom)
