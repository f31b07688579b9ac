"""What carries the articles themselves: annotations, coded articles, and what of them may be published."""

import io
import json
import re
import zipfile
from dataclasses import replace

import pytest

from extract.exports import contract
from extract.exports.formats import FORMATS
from extract.exports.quotes import quotes_only
from extract.exports.wording import file_name
from tests.factories import actor, article, crowd_story, edge, event, exchange, seed_story, span, story, telling
from tests.hostile import HOSTILE, hostile_story

STORIES = {"seeds": seed_story(), "empty": story(actors=()), "hostile": hostile_story(), "crowd": crowd_story()}


@pytest.fixture(params=STORIES)
def told(request):
    return STORIES[request.param]


def made(format, told, **how):
    return FORMATS[format].make(told, **how)


def unzipped(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.mark.parametrize("format", ["brat", "gold"])
def test_no_name_in_an_archive_leads_out_of_it(told, format):
    for name in unzipped(made(format, told)):
        assert re.fullmatch(r"(merged/)?[\w-][\w.-]*", name)
        assert ".." not in name


def test_brat_marks_the_words_that_it_says(told):
    files = unzipped(made("brat", told))
    for name in [name for name in files if name.endswith(".ann")]:
        text, ids = files[name.replace(".ann", ".txt")], set()
        for line in files[name].splitlines():
            id, what, *words = line.split("\t")
            ids.add(id)
            if id[0] == "T":
                start, end = map(int, what.split()[1:])
                assert re.sub(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]", " ", text[start:end]) == words[0]
            elif id[0] in "EAR":
                assert set(re.findall(r"\b[TE]\d+\b", what)) <= ids
    acts = sum(len(one.evidence) for one in told.events)
    assert sum(len(re.findall(r"^E\d+\t", text, re.MULTILINE)) for name, text in files.items() if name.endswith(".ann")) == acts


def test_brat_says_who_to_whom_and_what_came_before():
    told = exchange()
    cast = tuple(replace(one, mentions=(span(one.name),)) for one in told.actors)
    (notes,) = [text for name, text in unzipped(made("brat", replace(told, actors=cast))).items() if name.endswith(".ann")]
    assert "E1\theckle:T1 Actor:T3 Target:T4\n" in notes
    assert "A1\tStatus E1 happened\n" in notes
    assert "R1\tBefore Arg1:E1 Arg2:E2\n" in notes


def test_an_article_without_its_text_is_named():
    (bare,) = contract.loads(contract.dumps([exchange()], text=False))
    assert FORMATS["brat"].remark(bare).startswith("a1: no text is kept")


def test_gold_has_the_coding_beside_the_text():
    files = unzipped(made("gold", exchange()))
    coded = json.loads(files["a1.json"])
    assert [one["cue"] for one in coded["events"]] == ["shouted at", "ordered her out of the chamber"]
    assert all(one["cue"] in files["a1.txt"] for one in coded["events"])


# what may be published


def test_quotes_only_blanks_the_rest_and_moves_nothing():
    source = article(text="Ama shouted at Bo. A neighbour. A secret. Then he left. Another secret.\n\nMore secrets.")
    act = event(actors=("a",), evidence=(telling(words="shouted at", source=source),))
    cast = (actor("a", mentions=(span("Ama", source), span("he left", source))),)
    told = story(act, articles=(source,), actors=cast, order=(edge("e1", "e1", evidence=span("Then", source)),))
    cut = quotes_only(told)
    assert len(cut.articles[0].text) == len(source.text)
    assert cut.articles[0].text.split() == "Ama shouted at Bo. A neighbour. Then".split()
    assert cut.articles[0].text.count("\n") == 2
    assert [one.text for one in cut.actors[0].mentions] == ["Ama"]


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if not one.browser])
def test_quotes_only_lets_no_other_sentence_out(name):
    secret = "Nobody was to read this sentence."
    source = article(text=f"Ama shouted at Bo. She sat down. {secret} The end.")
    told = story(event(actors=("a",), evidence=(telling(words="shouted at", source=source),)), articles=(source,))
    data = made(name, told, quotes_only=True)
    texts = unzipped(data).values() if name in ("brat", "gold") else [data.decode("utf-8", "replace")]
    assert not [text for text in texts if secret in text]


@pytest.mark.parametrize(
    ("id", "name"),
    [("../../x", "x"), ("a b", "a-b"), ("..", "story"), ("", "story"), ("é\x00/", "é"), (HOSTILE, None), ("x" * 999, "x" * 80)],
)
def test_an_id_names_a_file_here_and_nowhere_else(id, name):
    assert re.fullmatch(r"[\w-][\w.-]*", file_name(id))
    assert name is None or file_name(id) == name
