"""Time words of news against the day of publication; the faults of dateparser that the wrapper knows are near misses here."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from extract import dates, lexicon
from extract.dates import clock, hooks
from extract.dates.expressions import Expression, expressions
from extract.lexicon.files import lists

WEDNESDAY = "2024-03-13"


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("He was ejected on 9 November 2015.", "9 November 2015", "2015-11-09"),
        ("He was ejected on November 9, 2015.", "November 9, 2015", "2015-11-09"),
        ("He was ejected on the 9th of November 2015.", "9th of November 2015", "2015-11-09"),
        ("WELLINGTON, 2015-11-10: uproar.", "2015-11-10", "2015-11-10"),
        ("She was heckled on March 3.", "March 3", "2024-03-03"),
        ("She was heckled on 20 December.", "20 December", "2023-12-20"),
        ("He was ejected today.", "today", "2024-03-13"),
        ("He was ejected this afternoon.", "this afternoon", "2024-03-13"),
        ("He was ejected yesterday afternoon.", "yesterday afternoon", "2024-03-12"),
        ("MPs walked out last night.", "last night", "2024-03-12"),
        ("He was ejected on Tuesday.", "on Tuesday", "2024-03-12"),
        ("He was ejected on Wednesday.", "on Wednesday", "2024-03-13"),
        ("He was ejected last Wednesday.", "last Wednesday", "2024-03-06"),
        ("He was ejected on Thursday.", "on Thursday", "2024-03-07"),
        ("He was ejected on 13 March.", "13 March", "2024-03-13"),
        ("He was ejected on 14 March.", "14 March", "2023-03-14"),
        ("He was ejected on Sept. 3.", "Sept. 3", "2023-09-03"),
        ("He was ejected on Monday night.", "on Monday night", "2024-03-11"),
        ("He was ejected this evening.", "this evening", "2024-03-13"),
        ("Yesterday he was ejected; today he is back.", "Yesterday", "2024-03-12"),
        ("NAIROBI, Wednesday - He was ejected yesterday.", "yesterday", "2024-03-12"),
        ("He was ejected on Monday until Thursday.", "on Monday", "2024-03-11"),
        ("Suspended until 20 March, he left on 12 March.", "12 March", "2024-03-12"),
        ("By Friday he was out.", "Friday", "2024-03-08"),
        ("No member had been ejected, until Tuesday.", "Tuesday", "2024-03-12"),
        ("Mr March shouted on 9 May.", "9 May", "2023-05-09"),
        ("The March 3 committee hearing ended in uproar.", "March 3", "2024-03-03"),
    ],
)
def test_news_says_when(text: str, words: str, found: str) -> None:
    assert dates.find(text, published=WEDNESDAY) == (words, found)


@pytest.mark.parametrize(
    "text",
    [
        "Mr March shouted at the minister.",
        "The Speaker may name a member.",
        "Mrs May, 62, was heckled.",
        "In early March the House rose.",
        "He resigned the following day.",
        "It was heard earlier this week.",
        "Two days later she apologised.",
        "She sundayed about.",
        "The House was adjourned until Tuesday.",
        "He told her that she was counting the hours to Friday.",
        "The House was adjourned till next Tuesday.",
        "The House will sit next Tuesday.",
        "Questions are put every Wednesday.",
        "He was suspended until 20 March.",
        "He has to answer by Friday.",
        "It is a breach of the Good Friday Agreement.",
        "The Bloody Sunday inquiry was named.",
        "She told the Sunday Times so.",
        "She told USA Today so.",
        "The Jan. 6 committee was named.",
        "It was on 31 February.",
        "It was on 2024-13-45.",
        "On 9 november they may 9 times have moved.",
        "",
    ],
)
def test_what_gives_no_full_date_gives_none(text: str) -> None:
    assert dates.find(text, published=WEDNESDAY) is None


@pytest.mark.parametrize("text", ["He was ejected today.", "He was ejected on Tuesday.", "He was ejected on 9 November."])
def test_without_a_day_of_publication_relative_words_stay_open(text: str) -> None:
    assert dates.find(text, published=None) is None


def test_a_date_written_out_needs_no_day_of_publication() -> None:
    assert dates.find("On 9 November 2015 he left.", published=None) == ("9 November 2015", "2015-11-09")


def test_the_hour_of_publication_moves_no_day() -> None:
    late = "2024-03-13T23:59:00-11:00"
    assert dates.find("He was ejected today.", published=late) == ("today", WEDNESDAY)
    assert dates.find("He was ejected yesterday.", published=late) == ("yesterday", "2024-03-12")


def test_a_full_date_is_surer_than_a_weekday() -> None:
    assert dates.find("On Tuesday, 9 November 2015, he left.", published=WEDNESDAY) == ("9 November 2015", "2015-11-09")


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-03-13", date(2024, 3, 13)),
        ("2024-03-13T23:30:00+13:00", date(2024, 3, 13)),
        ("2024-03-13T00:10:00Z", date(2024, 3, 13)),
        (None, None),
        ("", None),
    ],
)
def test_the_day_of_publication(published: str | None, day: date | None) -> None:
    assert dates.day(published) == day


def test_the_days_of_a_week_are_the_seven_up_to_publication() -> None:
    found = [dates.find(f"It was on {day.title()}.", published=WEDNESDAY) for day in dates.WEEKDAYS]
    assert sorted(pair[1] for pair in found if pair) == [f"2024-03-{day:02}" for day in range(7, 14)]


@pytest.mark.parametrize("text", ["They may 20 times have moved.", "a debate over the Jan. 6 attack"])
def test_a_modal_and_the_name_of_an_event_are_no_dates(text: str) -> None:
    assert dates.find(text, published="2024-03-13") is None


def table() -> list[dict[str, str]]:
    """The table of time expressions: each with the words that say it and the days and hours that are right."""
    with Path(__file__).with_name("times.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def read(row: dict[str, str]) -> tuple[str, str, str]:
    """What we make of a row: words, window, hours."""
    times = dates.find_all(row["sentence"], published=row["published"] or None)
    if not times:
        return "", "", ""
    time = dates.placed(times[0], row["told"] or None)
    window = time.date or (f"{time.earliest or ''}/{time.latest or ''}" if time.earliest or time.latest else "")
    hours = "-".join(dict.fromkeys(time.hours or ()))
    return time.words, window, hours


@pytest.mark.parametrize("row", table(), ids=lambda row: row["sentence"])
def test_time_expressions_of_news(row: dict[str, str]) -> None:
    assert read(row) == (row["words"], row["window"] or "", row["hours"] or "")


def test_the_table_is_long_enough_and_of_several_days() -> None:
    assert len(table()) >= 120
    assert len({row["published"] for row in table()}) >= 8


@pytest.mark.parametrize(
    ("name", "sentence", "published", "window", "told"),
    [(name, *example, *[""] * (4 - len(example))) for name, rows in lists("times").items() for example in rows["yes"]],
)
def test_each_kind_of_expression_keeps_its_examples(name: str, sentence: str, published: str, window: str, told: str) -> None:
    time = next(t for t in dates.find_all(sentence, published=published) if t.kind == name)
    time = dates.placed(time, told or None)
    assert window == (time.date or f"{time.earliest or ''}/{time.latest or ''}")


@pytest.mark.parametrize(
    ("says", "pieces"),
    [
        ("(late )?(on )?yesterday( (morning|night))?", {"yesterday"}),
        ("(a|one) week ago", {" week ago"}),
        ("the (past|last) {weekday}( night)?", set(dates.WEEKDAYS)),
        ("(minutes|moments) (later|earlier)", {"minutes", "moments"}),
        ("in the (morning|evening)(?! (papers|news))", {"morning", "evening"}),
        ("{n} months? ago", {" month"}),
        (r"\d+\w+", {""}),  # nothing that must stand there: always asked
    ],
)
def test_a_pattern_is_hooked_by_what_must_stand_there(says: str, pieces: set[str]) -> None:
    assert set(hooks.hooks(says)) == pieces


@pytest.mark.parametrize("expression", expressions(), ids=lambda expression: expression.name)
def test_no_expression_escapes_its_hooks(expression: Expression) -> None:
    for example in lists("times")[expression.name]["yes"]:
        for text in (example[0], example[0].upper(), f'"{example[0]}"'):
            if expression.pattern.search(text):
                assert expression in hooks.worth(text)


@pytest.mark.parametrize(
    "text", ["at 9.15pm", "nine P. M.", "by nine o'clock", "half past nine", "ten-to nine", "at Noon", "at 14:00"]
)
def test_a_clock_time_has_a_hint(text: str) -> None:
    assert clock.HINT.search(text)


def test_a_pattern_without_hooks_is_always_asked(tmp_path: Path) -> None:
    table = "[stardate]\nsays = ['\\d\\d[.]\\d']\nunit = 'day'\nshift = 0\n"
    (tmp_path / "times.toml").write_text(table, encoding="utf-8")
    with lexicon.using(tmp_path):
        assert "stardate" in [time.kind for time in dates.find_all("He left at 41.5 precisely.", published=WEDNESDAY)]
