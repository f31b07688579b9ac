"""Popolo JSON → holdings: persons, memberships, organizations, posts, areas and events, as the specification has them.

Read as EveryPolitician and parlparse (TheyWorkForYou) write it: names in parts, terms as events, objects inside objects.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from extract.roster.holdings import DATES, Holding, Unusable, iso, sex

Json = Mapping[str, Any]
WANTED = "Popolo has the lists persons, memberships and organizations"
# Roles that say no more than that somebody sits.
SITS = {"member", "representative"}


def holdings(text: str) -> Iterator[Holding]:
    """One holding for each membership; a membership whose person the file has not is a redirection, and passed over."""
    data = _data(text)
    tables = {
        kind: {str(item.get("id")): item for item in _list(data, kind)} for kind in ("organizations", "posts", "areas", "events")
    }
    persons = {str(person.get("id")): person for person in _list(data, "persons") if _names(person)}
    if not persons:
        raise Unusable(f"no persons with a name; {WANTED}")
    memberships = chain(_list(data, "memberships"), *(_owned(person) for person in persons.values()))
    found = False
    for membership in memberships:
        person = persons.get(str(membership.get("person_id")))
        if person is not None:
            found = True
            yield _holding(person, membership, tables)
    if not found:
        raise Unusable(f"no membership of any of its persons; {WANTED}")


def _data(text: str) -> Json:
    try:
        data = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise Unusable(f"no JSON ({error}); give Popolo JSON, or a CSV with the column name") from None
    if not isinstance(data, dict) or "persons" not in data:
        raise Unusable(f"JSON, but not Popolo; {WANTED}")
    return data


def _list(data: Json, key: str) -> list[Json]:
    """A list of objects of the file; a file without it has none."""
    items = data.get(key) or []
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise Unusable(f"'{key}' is no list of objects; {WANTED}")
    return items


def _owned(person: Json) -> list[Json]:
    """The memberships that stand inside a person."""
    return [{"person_id": person.get("id"), **membership} for membership in _list(person, "memberships")]


def _holding(person: Json, membership: Json, tables: Mapping[str, Mapping[str, Json]]) -> Holding:
    post = _linked(membership, "post", tables["posts"])
    term = _linked(membership, "legislative_period", tables["events"])
    area = _linked(membership, "area", tables["areas"]) or _linked(post, "area", tables["areas"])
    organization = _linked(membership, "organization", tables["organizations"])
    behalf = _linked(membership, "on_behalf_of", tables["organizations"])
    partisan = str(organization.get("classification", "")).lower() == "party"
    name, *aliases = _names(person)
    since, until = (_date(membership, key) or _date(post, key) or _date(term, key) for key in ("start_date", "end_date"))
    return Holding(
        name=name,
        party=_text(behalf, "name") or (_text(organization, "name") if partisan else ""),
        office=_office(membership, post),
        constituency=_text(area, "name"),
        since=since,
        until=until,
        aliases=tuple(aliases),
        gender=sex(_text(person, "gender")),
        person=str(person.get("id")),
    )


def _linked(item: Json, key: str, table: Mapping[str, Json]) -> Json:
    """What a membership or a post points at: the object itself, or one named by its id."""
    inner = item.get(key)
    return inner if isinstance(inner, dict) else table.get(str(item.get(f"{key}_id")), {})


def _office(membership: Json, post: Json) -> str:
    """The role; of a plain member the post, unless that says no more."""
    role = _text(membership, "role")
    return next((said for said in (role, _text(post, "role"), _text(post, "label")) if said and said.lower() not in SITS), "")


def _names(person: Json) -> list[str]:
    """The name, then the other names in English and the family name; parts are put together where no whole is given."""
    others = [n for n in _list(person, "other_names") if n.get("lang") in {None, "", "en"}]
    main = sorted(others, key=lambda n: n.get("note") != "Main")
    found = [_text(person, "name"), *(_text(n, "name") or _whole(n) for n in main), _text(person, "family_name")]
    return list(dict.fromkeys(" ".join(name.split()) for name in found if name.strip()))


def _whole(name: Json) -> str:
    return f"{_text(name, 'given_name')} {_text(name, 'family_name')}"


def _date(item: Json, key: str) -> str:
    text = _text(item, key)
    if text and (found := iso(text)) is None:
        raise Unusable(f"{key} '{text}' is no date; {DATES}")
    return found or "" if text else ""


def _text(item: Json, key: str) -> str:
    value = item.get(key)
    return str(value).strip() if isinstance(value, (str, int)) else ""
