"""Everything that can be pressed on the page “Correct”, in a real browser: what the store then holds, and what the page shows."""

from __future__ import annotations

import time

import pytest

from tests.pressing import A_FINGER, choose, idle, name_new, type_day
from tests.shelves import opened as store_at
from tests.shelves import seeded
from tests.test_browser import browser, opened, ready, running  # noqa: F401 (fixtures)


class Shown:
    """The page “Correct” in a browser, and the store behind it."""

    def __init__(self, page, address):
        self.page, self.address = page, address
        self.desk = page.locator(".st-key-desk")

    @property
    def story(self):
        with store_at(self.address) as store:
            return store.corrected(store.stories()[0].id).story

    @property
    def said(self):
        """The kinds of corrections that hold no line of undoing, the latest last."""
        with store_at(self.address) as store:
            return [entry.correction.action for entry in store.log(store.stories()[0].id)]

    def written(self, lines):
        """Wait until the log is so long; the page has been drawn after it."""
        end = time.monotonic() + 20
        while len(self.said) < lines and time.monotonic() < end:
            self.page.wait_for_timeout(50)
        idle(self.page)
        assert len(self.said) == lines

    def press(self, name):
        before = len(self.said)
        self.desk.get_by_role("button", name=name, exact=True).click(delay=A_FINGER)
        self.written(before + 1)

    def part(self, name):
        self.page.get_by_role("radio", name=name).click()
        idle(self.page)

    def place(self, way, option, lines):
        """Puts the event before or after another; a list that closes as the page is drawn anew is pressed once more."""
        choose(self.desk, way, option)
        end = time.monotonic() + 5
        while len(self.said) < lines and time.monotonic() < end:
            self.page.wait_for_timeout(50)
        if len(self.said) < lines:
            choose(self.desk, way, option)
        self.written(lines)

    def undo(self, *lines):
        """Takes back these lines of the log, or the last."""
        before = len(self.said)
        for place, line in enumerate(lines or (before,)):
            self.page.locator(f".st-key-undo-{line} button").click()
            self.written(before + place + 1)


@pytest.fixture(scope="module")
def correcting(tmp_path_factory):
    address = seeded(tmp_path_factory.mktemp("correct"))
    with running(address) as url:
        yield url, address


@pytest.fixture
def at(opened, correcting):  # noqa: F811
    """The page at an event or an actor, signed."""

    def opening(key, kind="event"):
        url, address = correcting
        page = opened(f"{url}/correct?{kind}={key}")
        ready(page, key)
        page.get_by_label("Your name").fill("Ana Reyes")
        page.get_by_label("Your name").press("Enter")
        idle(page)
        return Shown(page, address)

    return opening


def heading(shown):
    return shown.desk.locator("h3").inner_text()


def test_another_type_another_status_and_another_day(at):
    shown = at("e4")
    lines = len(shown.said)
    choose(shown.desk, "Type", "Attack")
    shown.written(lines + 1)
    assert shown.story.event("e4").type == "attack"
    assert "Attack" in shown.desk.locator(".proof p").inner_text()
    assert heading(shown) == "Labour MPs attack John Key"

    choose(shown.desk, "Status", "Denied")
    shown.written(lines + 2)
    assert shown.story.event("e4").status == "denied"
    assert heading(shown) == "denied: Labour MPs attack John Key"

    type_day(shown.desk, "On", 2031, 3, 4)
    shown.written(lines + 3)
    assert shown.story.event("e4").date == "2031-03-04"
    assert shown.said[lines:] == ["retype", "status", "retime"]
    assert "2031-03-04" in shown.desk.locator(".proof").inner_text()


def test_others_who_did_it_and_somebody_new(at):
    shown = at("e9")
    choose(shown.desk, "To whom", "David Carter")
    shown.desk.get_by_role("button", name="Remove John Key").click()
    name_new(shown.desk, "Who", "Ama Okoro")
    shown.press("Say who and to whom")
    told = shown.story
    event = told.event("e9")
    names = {actor.id: actor.name for actor in told.actors}
    assert [names[id] for id in event.actors] == ["Robertson", "Ama Okoro"]
    assert [names[id] for id in event.targets] == ["David Carter"]
    assert shown.desk.locator("dd").first.inner_text() == "Robertson and Ama Okoro → David Carter"
    shown.undo()
    assert "Ama Okoro" not in {actor.name for actor in shown.story.actors}


def test_the_same_act_is_merged_and_taken_apart_again(at):
    shown = at("e10")
    lines = len(shown.said)
    choose(shown.desk, "The same act as", "12 David Carter gives a ruling")
    shown.written(lines + 1)
    told = shown.story
    assert len(told.event("e10").evidence) == 2
    assert "e12" not in {event.id for event in told.events}
    shown.page.get_by_text("17 events").first.wait_for()

    choose(shown.desk, "Words that tell another act", f"“{told.event('e10').evidence[1].span.text[:30]}")
    shown.press("Split")
    told = shown.story
    assert shown.said[lines:] == ["merge-events", "split-event"]
    assert len(told.events) == 18
    assert len(told.event("e10").evidence) == 1
    shown.page.get_by_text("18 events").first.wait_for()
    shown.undo(lines + 2, lines + 1)
    assert shown.story.event("e12").evidence


def test_some_words_of_an_act_tell_another(at):
    shown = at("e15")
    told = shown.story
    words = [telling.span.text for telling in told.event("e15").evidence]
    choose(shown.desk, "Words that tell another act", f"“{words[2][:40]}", f"“{words[3][:40]}")
    shown.press("Split")
    told = shown.story
    assert len(told.events) == 19
    assert [telling.span.text for telling in told.event("e15").evidence] == words[:2] + words[4:]
    shown.undo()
    assert [telling.span.text for telling in shown.story.event("e15").evidence] == words


def test_one_act_is_said_to_come_before_or_after_another(at):
    shown = at("e13")
    lines = len(shown.said)
    shown.place("Before", "6 David Carter", lines + 1)
    told = shown.story
    assert told.event("e13").rank < told.event("e6").rank
    shown.undo()
    shown.place("After", "14 National MPs", lines + 3)
    told = shown.story
    assert told.event("e13").rank > told.event("e14").rank
    shown.undo()


def test_a_missing_event_is_added_with_all_that_is_known_of_it(at):
    shown = at("e9")
    article = shown.page.locator(".article")
    words = article.locator("span", has_text="That prompted a heated debate across the House").first
    words.scroll_into_view_if_needed()
    words.click(click_count=3)
    shown.desk.get_by_text("“That prompted a heated debate across the House.”").wait_for()
    idle(shown.page)
    choose(shown.desk, "Type", "Scuffle")
    choose(shown.desk, "Status", "Only talked of")
    name_new(shown.desk, "Who", "Piri Tāmati")
    choose(shown.desk, "To whom", "John Key")
    shown.press("Add")
    told = shown.story
    names = {actor.id: actor.name for actor in told.actors}
    [added] = [e for e in told.events if e.evidence and e.evidence[0].span.text.startswith("That prompted a heated")]
    assert (added.type, added.status) == ("scuffle", "hypothetical")
    assert [names[id] for id in (*added.actors, *added.targets)] == ["Piri Tāmati", "John Key"]
    article.get_by_role("button", name="Scuffle: hypothetical: Piri Tāmati").wait_for()
    shown.undo()
    assert len(shown.story.events) == 18


def test_an_actor_is_renamed_split_and_merged(at):
    shown = at("dunne", "actor")
    lines = len(shown.said)
    assert shown.desk.get_by_label("Name").input_value() == "Peter Dunne"
    shown.desk.get_by_label("Name").fill("Piri Dunne")
    shown.desk.get_by_label("Party").fill("River")
    shown.press("Rename")
    mine = shown.story.actor("dunne")
    assert (mine.name, mine.role, mine.party) == ("Piri Dunne", "leader", "River")
    assert shown.desk.get_by_role("combobox", name="Actor", exact=True).input_value() == "Piri Dunne"

    choose(shown.desk, "The same actor as", "Robertson", "Iain Lees-Galloway")
    shown.press("Merge")
    told = shown.story
    assert told.event("e9").actors == told.event("e7").targets == ("dunne",)
    assert shown.desk.get_by_role("button", name="Remove").count() == 0, "what was said once is not said again by the next press"

    before = [span.text for span in told.actor("dunne").mentions]
    words = ("…remained in the House. “Mr Robertson”", "…a point of order, said “he” was")
    choose(shown.desk, "Words that mean somebody else", *words)
    shown.desk.get_by_label("Called").fill(" Jo Lind ")
    shown.press("Split")
    told = shown.story
    [new] = [actor for actor in told.actors if actor.name == "Jo Lind"]
    assert told.event("e9").actors == (new.id,)
    assert len(told.actor("dunne").mentions) == len(before) - len(new.mentions)
    assert shown.desk.get_by_label("Called").input_value() == ""
    assert shown.desk.get_by_role("button", name="Remove").count() == 0
    shown.undo(lines + 3, lines + 2, lines + 1)
    assert shown.story.actor("dunne").name == "Peter Dunne"


def test_on_a_telephone_the_title_has_the_width_of_the_page(opened, tmp_path):  # noqa: F811
    with running(seeded(tmp_path)) as url:
        page = opened(f"{url}/correct", wide=390, high=1300)
        ready(page)
        page.wait_for_function("document.querySelector('h1').getBoundingClientRect().width > 340")
        page.context.close()  # before its server ends
