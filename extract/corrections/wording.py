"""A line of the log as somebody would say it: "“shouted at him” is an attack", "Jo Lind and J. Lind are the same"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from extract.captions import STATUS_NAMES, listed, shortened, type_name
from extract.corrections import kinds
from extract.corrections.kinds import Correction, What, Who
from extract.types import Span

MOST = 60
NOBODY = "nobody"


def in_words(correction: Correction) -> str:
    """A correction in one plain line; acts are named by the words that tell them, actors by their names."""
    return SAID[type(correction)](correction)


def _rename(said: kinds.Rename) -> str:
    known = ", ".join(filter(None, (said.role, said.party)))
    name = f"{said.who.name} is {said.name}" if said.name != said.who.name else f"{said.name} is known"
    return f"{name}: {known}" if known else name


def _retime(said: kinds.Retime) -> str:
    bounds = [f"from {said.earliest}"] * bool(said.earliest) + [f"until {said.latest}"] * bool(said.latest)
    return f"{_act(said.what)} was on {said.date}" if said.date else f"{_act(said.what)} was on a day {' '.join(bounds)}"


def _restatus(said: kinds.Restatus) -> str:
    claim = f", claimed by {said.source.name}" if said.source else ""
    return f"{_act(said.what)} is of the status “{STATUS_NAMES[said.status]}”{claim}"


def _add(said: kinds.Add) -> str:
    act = said.what
    claim = "" if act.status == "happened" else f", {STATUS_NAMES[act.status].lower()}"
    return f"{_act(act)} tells an event: {type_name(act.type).lower()}, {_cast(act.actors, act.targets)}{claim}"


def _split(said: kinds.SplitEvent) -> str:
    return f"{_words(said.tellings)} {_verb(said.tellings)} another act than {_act(said.what)}"


def _part(said: kinds.SplitActor) -> str:
    verb = "means" if len(said.mentions) == 1 else "mean"
    return f"{_words(said.mentions)} {verb} {said.name}, not {said.who.name}"


# What is said of each kind of correction.
SAID: dict[type[Any], Callable[[Any], str]] = {
    kinds.Retype: lambda said: f"{_act(said.what)} is of the type “{type_name(said.type)}”",
    kinds.Restatus: _restatus,
    kinds.Recast: lambda said: f"{_act(said.what)}: {_cast(said.actors, said.targets)}",
    kinds.Retime: _retime,
    kinds.Reorder: lambda said: f"{_act(said.before)} came before {_act(said.after)}",
    kinds.Reject: lambda said: f"{_act(said.what)} tells no such event",
    kinds.Add: _add,
    kinds.Accept: lambda said: f"{_act(said.what)} is right",
    kinds.MergeEvents: lambda said: f"{listed(map(_act, (said.what, *said.others)))} tell the same act",
    kinds.SplitEvent: _split,
    kinds.MergeActors: lambda said: f"{listed(one.name for one in (said.who, *said.others))} are the same",
    kinds.SplitActor: _part,
    kinds.Rename: _rename,
    kinds.Undo: lambda said: f"{said.seq} no longer holds",
}


def _act(act: What) -> str:
    return f"“{shortened(act.tellings[0].text, most=MOST)}”" if act.tellings else f"the {type_name(act.type).lower()}"


def _words(spans: Iterable[Span]) -> str:
    return listed(f"“{shortened(span.text, most=MOST)}”" for span in spans)


def _verb(spans: tuple[Span, ...]) -> str:
    return "tells" if len(spans) == 1 else "tell"


def _cast(actors: Iterable[Who], targets: Iterable[Who]) -> str:
    """Who did it, and to whom."""
    doers, struck = (listed(one.name for one in people) for people in (actors, targets))
    return f"by {doers or NOBODY}" + (f", to {struck}" if struck else "")
