"""Of whom a point of order complains that speaks of how somebody spoke: whoever did, told just before it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.acts import acts


@pytest.mark.parametrize(
    "text",
    [
        ("Ben Lind used the rest of his answer to attack the Greens. He called Cora Okoro a fraud and went on to the harbour for "
        "another five minutes, reading figures from a report of last spring. Ada Moss took a point of order on relevance."),
        ("Ben Lind branded Cora Okoro a liar. The benches behind him cheered for a while, and the clerk looked up at the clock "
        "above the door of the chamber. Ada Moss rose on a point of order about improper motives."),
    ],
)
def test_how_somebody_spoke_is_complained_of_whoever_spoke(nlp: Language, text: str) -> None:
    assert ("point_of_order", ["Ada Moss"], ["Ben Lind"]) in acts(nlp, text)


def test_what_has_nothing_to_do_with_how_anybody_spoke_is_of_nobody(nlp: Language) -> None:
    text = "Ben Lind rose. The harbour was next. Ada Moss raised a point of order about the air conditioning."
    assert ("point_of_order", ["Ada Moss"], []) in acts(nlp, text)


STRUCK = "Speaker Joan Quill struck the motion from the paper. "


@pytest.mark.parametrize(
    "text",
    [
        STRUCK + "Opposition Leader Ben Lind then got up to ask her by what article of the constitution it could be struck out.",
        STRUCK + "Ben Lind rose on a point of order, asking why the debate had been cut to an hour.",
        "On what authority, Ben Lind asked Speaker Joan Quill on a point of order, had the cameras been switched off?",
        "Ben Lind took a point of order. Under which standing order had the vote been put off, he asked the Speaker?",
        "Speaker Joan Quill ordered Cora Moss out. On a point of order, Ben Lind asked the Speaker why Ms Moss should leave.",
        "Ben Lind rose on a point of order and asked Speaker Joan Quill why Ms Moss had been suspended and a minister had not.",
        "Speaker Joan Quill said she thought the ayes had it. Ben Lind contested the call and asked for a count.",
        "Speaker Joan Quill ruled the amendment out of order. Ben Lind questioned the ruling and raised a point of order.",
    ],
)
def test_what_only_the_chair_decides_is_complained_of_the_chair(nlp: Language, text: str) -> None:
    assert ("point_of_order", ["Ben Lind"], ["Joan Quill"]) in acts(nlp, text)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ben Lind asked Speaker Joan Quill on a point of order whether the word was parliamentary.", []),
        ("Ben Lind asked Speaker Joan Quill on a point of order which rule barred members from reading newspapers.", []),
        ("Ben Lind rose on a point of order to ask why Cora Moss was reading a newspaper.", ["Cora Moss"]),
        ("Ben Lind raised a point of order, asking the Speaker why Cora Moss had been paid twice.", ["Cora Moss"]),
        ("Ben Lind rose on a point of order and asked why the Liberals had been given two turns.", ["Liberals"]),
    ],
)
def test_what_others_do_is_not_complained_of_the_chair(nlp: Language, text: str, whom: list[str]) -> None:
    assert ("point_of_order", ["Ben Lind"], whom) in acts(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Cora Moss read from a novel. There came a point of order from Ben Lind, who asked that Ms Moss be held to the bill.",
        ("Minister Cora Moss began on rugby. It drew groans from the gallery and a point of order from Ben Lind, who wanted "
        "her kept to the question."),
        ("Finance Minister Cora Moss blamed the farmers. That brought howls from across the floor and a point of order from "
        "Ben Lind, who wanted the minister confined to the bill."),
        "Cora Moss sang. This prompted boos from the benches and a point of order from Ben Lind, who said she was out of tune.",
        "Cora Moss sat down. A point of order from Ben Lind, who complained that Ms Moss had misled the House, was dismissed.",
    ],
)
def test_what_somebody_wants_with_a_point_says_of_whom_it_is(nlp: Language, text: str) -> None:
    told = acts(nlp, text)
    assert ("point_of_order", ["Ben Lind"], ["Cora Moss"]) in told
    assert not any(type == "heckle" and "Ben Lind" in who for type, who, _ in told)


def test_two_that_share_in_one_noise_both_make_it(nlp: Language) -> None:
    told = acts(nlp, "Cora Moss drew jeers from Ben Lind and Ada Okoro.")
    assert ("heckle", ["Ben Lind", "Ada Okoro"], ["Cora Moss"]) in told


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Labour members walked out in protest, led by Ann Hale.", ["Labour members", "Ann Hale"]),
        ("Green MPs then left the chamber in disgust, led by their whip, Ben Lind.", ["Green MPs", "Ben Lind"]),
        ("\"No!\" Opposition Leader Paul Lent cried, before leading his side to the exit.", ["Paul Lent", "opposition members"]),
        ("Labour's Ann Hale stormed out of the chamber, and her bench followed her out.", ["Ann Hale", "Labour MPs"]),
        ("Ann Hale was told to sit. \"I will sit outside,\" she said, and Green MPs followed her through the doors.",
         ["Green MPs", "Ann Hale"]),
        ("Opposition Leader Paul Lent got up. He led his whole side out of the chamber.", ["Paul Lent", "opposition members"]),
    ],
)  # fmt: skip
def test_who_leads_a_walkout_goes_too(nlp: Language, text: str, who: list[str]) -> None:
    walkouts = [sorted(found) for type, found, _ in acts(nlp, text) if type == "walkout"]
    assert sorted(who) in walkouts


@pytest.mark.parametrize(
    "text",
    [
        "Ann Hale led her party to victory last year.",
        "Ann Hale rose, and her side followed her argument closely.",
        "Ann Hale was told to sit. The taunt followed her to the door.",
        "Ann Hale spoke for an hour, and Ben Lind followed her in the debate.",
    ],
)
def test_who_is_followed_elsewhere_does_not_walk_out(nlp: Language, text: str) -> None:
    assert not any(type == "walkout" for type, _, _ in acts(nlp, text))


@pytest.mark.parametrize(
    "text",
    [
        "SUVA - Walking out is a right, members were told.",
        "SUVA, Fiji - Walking out of the House is a right, members were told.",
        "LIRA (Reuters) - Shouting in the House is a right, members were told.",
    ],
)
def test_a_dateline_is_nobody(nlp: Language, text: str) -> None:
    assert not any({"Suva", "SUVA", "Lira", "LIRA"} & {*who} for _, who, _ in acts(nlp, text))


def test_a_name_in_capitals_is_somebody(nlp: Language) -> None:
    assert ("walkout", ["HALE"], []) in acts(nlp, "HALE walked out of the House in protest.")


@pytest.mark.parametrize(
    "text",
    [
        "Labour MPs accused Ann Hale of hiding facts about 18 people.",
        "Labour MPs accused Ann Hale of shielding government from questions about 40 nurses.",
    ],
)
def test_what_the_facts_are_about_is_not_accused(nlp: Language, text: str) -> None:
    assert ("attack", ["Labour MPs"], ["Ann Hale"]) in acts(nlp, text)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Tom Marlowe is minister for fisheries. Labour MPs heckled the fisheries minister.", "Tom Marlowe"),
        ("Minister of Finance Kim Lind rose. Labour MPs heckled the finance minister.", "Kim Lind"),
        ("Kim Lind, minister for finance and planning, rose. Labour MPs heckled the finance minister.", "Kim Lind"),
        ("Joe Okoro, who is deputy premier and transport minister, spoke. Labour MPs heckled the deputy premier.", "Joe Okoro"),
        ("Joe Okoro is deputy premier and minister for transport. Labour MPs heckled the transport minister.", "Joe Okoro"),
        ("Opposition Leader Ismael Garo rose. Green MPs sat. Labour MPs heckled the Leader.", "Ismael Garo"),
        ("Deputy Minister of Finance Kim Lind rose. Labour MPs heckled the finance minister.", "finance minister"),
        ("Joe Okoro, the shadow minister for health, rose. Labour MPs heckled the health minister.", "health minister"),
        ("Kim Lind, minister for mental health, rose. Labour MPs heckled the health minister.", "health minister"),
        ("Kim Lind, the former minister of finance, rose. Labour MPs heckled the finance minister.", "finance minister"),
    ],
)
def test_who_is_introduced_with_an_office_holds_it(nlp: Language, text: str, whom: str) -> None:
    assert ("heckle", ["Labour MPs"], [whom]) in [(t, who, [w[0].lower() + w[1:] if "inister" in w else w for w in to])
                                                  for t, who, to in acts(nlp, text)]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Spectators in the gallery jeered at Kim Lind. The Speaker had the gallery cleared.", "Spectators"),
        ("Nurses in the gallery booed the minister. The Speaker ordered the gallery cleared.", "Nurses"),
        ("Visitors sang at the Speaker. The Speaker cleared the gallery.", "Visitors"),
        ("Protesters upstairs jeered at Kim Lind. When it went on, the Speaker had the galleries cleared.", "Protesters"),
        ("The Speaker cleared the public gallery on Monday after spectators shouted at Republicans.", "spectators"),
        ("Labour MPs booed the minister. The Speaker had the gallery cleared.", "gallery"),
        ("Farmers booed the minister. The Speaker had the gallery cleared.", "gallery"),
        ("The gallery booed the minister. The Speaker had the gallery cleared.", "gallery"),
    ],
)
def test_who_was_loud_in_a_gallery_is_put_out_of_it(nlp: Language, text: str, whom: str) -> None:
    assert [whom] in [to for type, _, to in acts(nlp, text) if type == "ejection"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Speaker called for order and Labour MPs, led by Kim Lind, walked out of the chamber.", ["Labour MPs", "Kim Lind"]),
        ("The Speaker threw out Joe Okoro and Labour MPs, led by whip Kim Lind, stormed out.", ["Labour MPs", "Kim Lind"]),
        ("Ms Moss objected and the Greens, headed by Joe Okoro, then left the chamber in protest.", ["Greens", "Joe Okoro"]),
        ("There were jeers for the minister and senators, joined by Kim Lind, filed out in protest.", ["senators", "Kim Lind"]),
        ("It was a day on which the Speaker cleared the galleries and Democrats, led by Cora Lane, stormed out of the chamber.",
         ["Democrats", "Cora Lane"]),
    ],
)  # fmt: skip
def test_a_group_with_its_leader_between_commas_goes_itself(nlp: Language, text: str, who: list[str]) -> None:
    told = [(type, sorted(found)) for type, found, _ in acts(nlp, text)]
    assert ("walkout", sorted(who)) in told


def test_a_group_behind_somebody_put_out_is_not_put_out_with_him(nlp: Language) -> None:
    told = acts(nlp, "The Speaker threw out Joe Okoro and Labour MPs, led by whip Kim Lind, stormed out.")
    assert [sufferers for type, _, sufferers in told if type == "ejection"] == [["Joe Okoro"]]


@pytest.mark.parametrize(
    "text",
    [
        "The Speaker ejected Tom Hale and Joe Okoro, led by guards, from the House.",
        "The Speaker thanked the delegation and visitors, led by Kim Lind, applauded.",
        "The committee, led by Kim Lind, walked through the report.",
        "Kim Lind walked members through the figures.",
    ],
)
def test_who_is_led_and_does_not_leave_walks_out_of_nothing(nlp: Language, text: str) -> None:
    assert "walkout" not in [type for type, *_ in acts(nlp, text)]
