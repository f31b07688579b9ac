import json
from dataclasses import replace
from pathlib import Path

from extract.captions import in_order
from extract.types import Conflict, Value
from extract.views import comparison, dark, doers
from extract.views.compare import cell
from extract.views.doers import voices
from tests.factories import exchange, seed_story

TOLD = seed_story()
FIRST, SECOND = TOLD.articles


def texts(figure):
    return [note["text"] for note in json.loads(figure.to_json())["layout"]["annotations"]]


def test_each_event_is_a_row_that_can_be_chosen():
    [hits] = comparison(TOLD, selected="e7").data
    assert list(hits.customdata) == [event.id for event in in_order(TOLD)]
    assert [hits.customdata[place] for place in hits.selectedpoints] == ["e7"]


def test_silence_and_contradiction_can_be_told_from_telling_without_colour():
    event = TOLD.event("e3")
    assert cell(TOLD, event, FIRST) == "tells"
    alone = replace(event, evidence=tuple(t for t in event.evidence if t.span.article == FIRST.id))
    assert cell(replace(TOLD, events=(alone,)), alone, SECOND) == "silent"
    values = (Value("a", (FIRST.id,)), Value("b", (SECOND.id,)))
    torn = replace(event, conflicts=(Conflict("actors", values),))
    assert cell(replace(TOLD, events=(torn,)), torn, SECOND) == "differs"
    assert "≠" in texts(comparison(replace(TOLD, events=(torn,))))
    assert "≠" not in texts(comparison(replace(TOLD, events=(event,))))


def test_a_copy_is_called_one():
    copied = replace(TOLD, articles=(FIRST, replace(SECOND, copy_of=FIRST.id)))
    assert any("copy of" in text for text in texts(comparison(copied)))
    assert not any(
        "copy of" in text for text in texts(comparison(replace(TOLD, articles=(FIRST, replace(SECOND, copy_of=None)))))
    )


def test_the_voices_of_each_article_are_counted_and_written():
    counted = voices(TOLD)
    assert sum(sum(one.values()) for one in counted.values()) == sum(len(event.evidence) for event in TOLD.events)
    shown = texts(doers(TOLD))
    assert all(str(number) in shown for one in counted.values() for number in one.values())


def test_narrow_wide_dark_and_one_article_draw_without_error():
    for story in (TOLD, exchange(), replace(exchange(), events=(), links=())):
        for width in (320, 1240):
            assert dark(comparison(story, width=width)).layout.width >= width
            assert doers(story, width=width).layout.height > 0


def test_hostile_names_stay_text():
    evil = "<b>x</b><script>alert(1)</script>"
    story = replace(TOLD, articles=(replace(FIRST, outlet=evil), replace(SECOND, title=evil)))
    for figure in (comparison(story), doers(story)):
        assert not any("<script" in text or "<b>" in text for text in texts(figure))


def test_the_accuracy_that_is_shown_is_the_one_that_is_pinned():
    root = Path(__file__).parent.parent
    shown = json.loads((root / "extract" / "accuracy.json").read_text("utf-8"))["figures"]
    pinned = json.loads((root / "tests" / "floors.json").read_text("utf-8"))["public"]["floors"]
    assert shown == {name: pinned[name] for name in shown}
