"""What is asked across all stories: counts by month, who acted on whom, who was put out, and the events of a filter.

    store.ask(exploring.months, Filter(types=("heckle",), first="2024-01-01"))

Every count is the database's own. An event counts on its day; where no text gives it, on the day of publication.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import sqlalchemy as sa

from extract.picks import Pick
from extract.store import schema, searching
from extract.tallies import OTHERS, Cell, Choices, Ejections, Line, Month, Named, Out, Pairs, Sum, Tally

MOST_NAMES = 2000  # of actors that a filter offers
MOST_OUT = 200
events, people, tellers, stories = schema.events.c, schema.participants.c, schema.tellers.c, schema.stories.c
Connection: TypeAlias = sa.Connection
Condition: TypeAlias = sa.ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events are asked for; what is empty asks for nothing in particular. Days are ISO dates, both included.

    ``actor``, ``party``, ``doer``, ``target`` and ``target_party`` are keys of `choices`: the first two are of anybody who
    takes part, the others of who acts and of who is acted on.
    """

    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    outlet: str | None = None
    party: str | None = None
    actor: str | None = None
    first: str | None = None
    last: str | None = None
    words: str = ""
    doer: str | None = None
    target: str | None = None
    target_party: str | None = None


def narrowed(filter: Filter, pick: Pick | None) -> Filter | None:
    """The filter with what was pointed at in a figure; None where the two leave nothing."""
    if pick is None:
        return filter
    if pick.kind == "pair":
        return replace(filter, doer=pick.values[0], target=pick.values[1])
    types = (pick.values[0],) if pick.kind == "span" else ("ejection",)
    if filter.types and not set(types) <= set(filter.types):
        return None
    one = replace(filter, types=types)
    if pick.kind == "span":
        days = max(filter.first or "", pick.values[1]), min(filter.last or "9999", pick.values[2])
        return replace(one, first=days[0], last=days[1])
    [key] = pick.values
    side = {"member": {"target": key}, "chair": {"doer": key}, "party": {"target_party": key}}[pick.kind]
    return replace(one, **side)  # type: ignore[arg-type]


def months(connection: Connection, filter: Filter) -> tuple[Month, ...]:
    """How many events of each type each month has; those without any day are left out."""
    month = sa.func.substr(events.day, 1, 7)
    asked = sa.select(month, events.type, sa.func.count()).where(*_where(connection, filter), events.day.is_not(None))
    return tuple(Month(*row) for row in connection.execute(asked.group_by(month, events.type).order_by(month, events.type)))


def pairs(connection: Connection, filter: Filter, *, doers: int = 20, targets: int = 20) -> Pairs:
    """Who acted on whom, those of most events by name. An event of two who act on one counts for both."""
    base = _acts(connection, filter)
    one = _tally(connection, base, base.c.doer, most=doers)
    other = _tally(connection, base, base.c.target, most=targets)
    doer, target = _or_others(base.c.doer, one), _or_others(base.c.target, other)
    each = sa.select(base.c.story, base.c.id, doer.label("doer"), target.label("target")).distinct().subquery()
    cells = sa.select(each.c.doer, each.c.target, sa.func.count()).group_by(each.c.doer, each.c.target)
    return Pairs(one, other, tuple(Cell(*row) for row in connection.execute(cells.order_by(each.c.doer, each.c.target))))


def ejections(connection: Connection, filter: Filter, *, most: int = 10) -> Ejections:
    """Who was put out most (groups aside), who put out most, and of which parties those put out are."""
    if filter.types and "ejection" not in filter.types:
        return Ejections(Tally(), Tally(), Tally())
    own = replace(filter, types=("ejection",))
    target = [people.side == "target"]
    members = _sided(connection, own, people.key, *target, people.kind != "group")
    chairs = _sided(connection, own, people.key, people.side == "doer")
    parties = _sided(connection, own, people.party_key, *target, people.party_key.is_not(None))
    return Ejections(
        _tally(connection, members, members.c.key, most=most),
        _tally(connection, chairs, chairs.c.key, most=most),
        _tally(connection, parties, parties.c.key, most=most, name=(people.party_key, people.party)),
    )


def out(connection: Connection, filter: Filter, *, on: str) -> tuple[Out, ...]:
    """Who is out of the chamber on a day, the longest first: one line a person. Where no text says until when, that day alone."""
    if filter.types and "ejection" not in filter.types:
        return ()
    over = sa.or_(events.sanction_until >= on, sa.and_(events.sanction_until.is_(None), events.day == on))
    rule = (events.sanction_rule, events.sanction_assumed)
    asked = (
        sa.select(people.key, people.name, events.day, events.sanction_until, *rule, events.story, events.id)
        .join_from(schema.events, schema.participants, _same(events))
        .where(*_where(connection, replace(filter, types=("ejection",), statuses=("happened",))))
        .where(people.side == "target", people.kind != "group", events.day <= on, over)
        .order_by(sa.func.coalesce(events.sanction_until, "").desc(), people.name, events.story)
    )
    lines: dict[str, Out] = {}
    for key, name, since, until, said, assumed, story, id in connection.execute(asked.limit(MOST_OUT)):
        lines.setdefault(key, Out(key, name, since, until, said, bool(assumed), story, id))
    return tuple(lines.values())


def last_out(connection: Connection, filter: Filter) -> str | None:
    """The last day on which somebody is known to be out."""
    own = replace(filter, types=("ejection",), statuses=("happened",))
    until = sa.func.coalesce(events.sanction_until, events.day)
    day: str | None = connection.execute(sa.select(sa.func.max(until)).where(*_where(connection, own))).scalar()
    return day


def rows(connection: Connection, filter: Filter, *, limit: int = 200, offset: int = 0) -> tuple[Line, ...]:
    """The events, the latest first, each story in its order; those without any day last."""
    shown = (events.day, events.dated, events.type, events.status, events.caption, events.quote, events.place)
    said = (events.confidence, events.reviewed_by, events.corrected)
    asked: sa.Select[Any] = (
        sa.select(events.story, events.id, stories.title, *shown, *said)
        .join_from(schema.events, schema.stories, stories.id == events.story)
        .where(*_where(connection, filter))
        .order_by(sa.nulls_last(events.day.desc()), events.story, events.rank, events.id)
    )
    return tuple(Line(*row) for row in connection.execute(asked.limit(limit).offset(offset)))


def count(connection: Connection, filter: Filter) -> Sum:
    """How many events there are, and in how many stories."""
    dated = sa.func.sum(sa.case((events.dated, 1), else_=0))
    undated = sa.func.sum(sa.case((events.day.is_(None), 1), else_=0))
    counts = (sa.func.count(), dated, undated, sa.func.count(events.story.distinct()))
    row = connection.execute(sa.select(*counts).select_from(schema.events).where(*_where(connection, filter))).one()
    return Sum(*(int(number or 0) for number in row))


def choices(connection: Connection) -> Choices:
    """What filters can be set to."""
    types = sa.select(events.type, events.type, sa.func.count()).group_by(events.type)
    outlets = sa.select(tellers.outlet, tellers.outlet, sa.func.count()).group_by(tellers.outlet)
    parties = _counted(people.party_key, people.party)
    first, last = connection.execute(sa.select(sa.func.min(events.day), sa.func.max(events.day))).one()
    one, two, three, four = (_named(connection, a) for a in (types, outlets, parties, _counted(people.key, people.name)))
    return Choices(one, two, three, four, first, last)


def _counted(key: sa.Column[Any], name: sa.Column[Any]) -> sa.Select[Any]:
    """In how many events each of a kind takes part, on either side."""
    each = sa.select(people.story, people.event, key.label("key"), sa.func.max(name).label("name"))
    once = each.where(key.is_not(None)).group_by(people.story, people.event, key).subquery()
    return sa.select(once.c.key, sa.func.max(once.c.name), sa.func.count()).group_by(once.c.key)


def _named(connection: Connection, asked: sa.Select[Any]) -> tuple[Named, ...]:
    ordered = asked.order_by(sa.func.count().desc(), sa.literal_column("1"))
    return tuple(Named(*row) for row in connection.execute(ordered.limit(MOST_NAMES)))


def _acts(connection: Connection, filter: Filter) -> sa.Subquery:
    """Each act of one on one: its event, who acts and who is acted on."""
    doer, target = schema.participants.alias("doers"), schema.participants.alias("targets")
    return (
        sa.select(events.story, events.id, doer.c.key.label("doer"), target.c.key.label("target"))
        .join_from(schema.events, doer, sa.and_(doer.c.story == events.story, doer.c.event == events.id, doer.c.side == "doer"))
        .join(target, sa.and_(target.c.story == events.story, target.c.event == events.id, target.c.side == "target"))
        .where(*_where(connection, filter))
        .subquery()
    )


def _sided(connection: Connection, filter: Filter, key: sa.Column[Any], *conditions: Condition) -> sa.Subquery:
    """Each participant of the events: the event and the key."""
    asked = sa.select(events.story, events.id, key.label("key")).join_from(schema.events, schema.participants, _same(events))
    return asked.where(*_where(connection, filter), *conditions).subquery()


def _tally(
    connection: Connection, base: sa.Subquery, key: sa.ColumnElement[Any], *, most: int,
    name: tuple[sa.Column[Any], sa.Column[Any]] = (people.key, people.name),
) -> Tally:  # fmt: skip
    """Those of most events by name, how many others there are, and the events of these."""
    each = sa.select(base.c.story, base.c.id, key.label("key")).distinct().subquery()
    number = sa.func.count()
    top = connection.execute(
        sa.select(each.c.key, number).group_by(each.c.key).order_by(number.desc(), each.c.key).limit(most)
    ).all()
    keys = [row.key for row in top]
    called = sa.select(name[0], sa.func.max(name[1])).where(name[0].in_(keys)).group_by(name[0])
    names = {row[0]: row[1] for row in connection.execute(called)}
    shown = tuple(Named(row[0], names[row[0]], row[1]) for row in top)
    return Tally(shown, *(_left(connection, each, keys) if len(top) == most else ()))


def _left(connection: Connection, each: sa.Subquery, keys: Sequence[str]) -> tuple[int, int]:
    """How many others there are, and their events."""
    left = sa.select(each.c.key, each.c.story, each.c.id).where(each.c.key.not_in(keys)).subquery()
    once = sa.select(left.c.story, left.c.id).distinct().subquery()
    others = connection.execute(sa.select(sa.func.count(left.c.key.distinct()))).scalar_one()
    return others, connection.execute(sa.select(sa.func.count()).select_from(once)).scalar_one()


def _or_others(key: sa.ColumnElement[Any], shown: Tally) -> sa.ColumnElement[Any]:
    return sa.case((key.in_([one.key for one in shown.shown]), key), else_=OTHERS)


def _same(event: Any) -> Condition:
    return sa.and_(people.story == event.story, people.event == event.id)


def _where(connection: Connection, filter: Filter) -> list[Condition]:
    """The conditions of a filter on events."""
    made: list[Condition] = []
    made += [events.type.in_(filter.types)] if filter.types else []
    made += [events.status.in_(filter.statuses)] if filter.statuses else []
    made += [events.day >= filter.first] if filter.first else []
    made += [events.day <= filter.last] if filter.last else []
    if filter.outlet:
        told = sa.select(tellers.story).where(tellers.story == events.story, tellers.event == events.id)
        made.append(told.where(tellers.outlet == filter.outlet).exists())
    made += map(_takes_part, _roles(filter))
    found = searching.events_with(connection, filter.words)
    if found is not None:
        made.append(sa.tuple_(events.story, events.id).in_(found))
    return made


def _roles(filter: Filter) -> Iterator[dict[str, str]]:
    """What the filter asks of those who take part: the columns of one of them."""
    named = {"party_key": filter.party}, {"key": filter.actor}
    doer = {"key": filter.doer, "side": "doer"}
    targets = {"key": filter.target, "side": "target"}, {"party_key": filter.target_party, "side": "target"}
    for asked in (*named, doer, *targets):
        if all(asked.values()):
            yield {column: value for column, value in asked.items() if value}


def _takes_part(asked: dict[str, str]) -> Condition:
    one = schema.participants.alias()
    own = [one.c[column] == value for column, value in asked.items()]
    return sa.select(one.c.story).where(one.c.story == events.story, one.c.event == events.id, *own).exists()
