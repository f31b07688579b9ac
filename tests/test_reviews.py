"""The reader is told who has looked: of a story, of each event, in the terminal and on the page."""

from __future__ import annotations

from extract import reviews
from extract.commands.table import table
from extract.corrections import apply, kinds, what
from extract.exports.page import page

from .test_corrections import log, sitting


def test_nobody_has_looked() -> None:
    machine = sitting()
    assert reviews.standing(machine, {}) == reviews.MACHINE
    assert "Machine-coded, not reviewed." in page(machine)
    assert "reviewed by nobody yet" in page(machine)


def test_some_events_were_looked_at() -> None:
    machine = sitting()
    made = apply(machine, log(machine, kinds.Retype(what(machine, "e2"), "attack"), kinds.Accept(what(machine, "e1"))))
    said = reviews.standing(made.story, made.reviews)
    assert said == "Machine-coded; 2 of 4 events reviewed by Ana Reyes, the others by nobody."
    assert reviews.of(made.story.event("e1"), made.reviews) == "Accepted by Ana Reyes on 2024-03-14"
    assert reviews.of(made.story.event("e2"), made.reviews) == "Corrected by Ana Reyes on 2024-03-14"
    assert reviews.of(made.story.event("e3"), made.reviews) == ""
    assert said in table(made.story, width=120, reviewed=made.reviews)
    shown = page(made.story, reviewed=made.reviews)
    assert said in shown
    assert "<dt>Review</dt><dd>Corrected by Ana Reyes on 2024-03-14</dd>" in shown


def test_all_were_looked_at_and_a_name_is_only_text() -> None:
    machine = sitting()
    said = log(machine, *(kinds.Accept(what(machine, e.id)) for e in machine.events[:3]), by="<b>Ana</b>")
    said += [e for e in log(machine, *(kinds.Accept(what(machine, e.id)) for e in machine.events), by="Ben Fry") if e.seq == 4]
    made = apply(machine, said)
    assert reviews.standing(made.story, made.reviews) == "Machine-coded, reviewed by <b>Ana</b> and Ben Fry (2024-03-14)."
    shown = page(made.story, reviewed=made.reviews)
    assert "<b>Ana</b>" not in shown
    assert "&lt;b&gt;Ana&lt;/b&gt; and Ben Fry" in shown
