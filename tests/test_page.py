import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from extract.exports.page import asset, page
from extract.exports.parts import safe
from extract.types import Conflict, Value
from tests.factories import actor, article, event, exchange, seed_story, story, telling

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> & \"q\" 'a' \u2028 ]]> <!--"


class Outline(HTMLParser):
    """What a browser without scripts would see: tags with attributes, and the text outside scripts and styles."""

    VOID = frozenset("meta img br link input hr".split())

    def __init__(self, html):
        super().__init__()
        self.tags, self.open, self.text, self.scripts = [], [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data):
        if self.open and self.open[-1] == "script":
            self.scripts.append(data)
        elif self.open and self.open[-1] != "style":
            self.text.append(data)

    def all(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.fixture(scope="module")
def seeds():
    return page(seed_story())


@pytest.fixture(scope="module")
def outline(seeds):
    return Outline(seeds)


def test_the_page_is_whole_and_says_what_it_is(outline):
    assert outline.open == []
    assert outline.all("html") == [{"lang": "en"}]
    assert {"header", "nav", "main", "footer", "title", "h1"} <= {tag for tag, _ in outline.tags}
    assert len(outline.all("h1")) == len(outline.all("main")) == 1
    assert "Machine-coded, not reviewed." in outline.text


def test_the_page_starts_with_a_way_past_it(outline):
    link = next(attrs for tag, attrs in outline.tags if tag == "a")
    assert link["class"] == "skip"
    assert link["href"].removeprefix("#") in ids(outline)


def ids(outline):
    return [attrs["id"] for _, attrs in outline.tags if "id" in attrs]


def test_every_id_is_one_and_every_inner_link_leads_somewhere(outline):
    found = ids(outline)
    assert len(found) == len(set(found))
    assert {attrs["href"][1:] for attrs in outline.all("a") if attrs["href"].startswith("#")} <= set(found)


def test_nothing_is_fetched_and_only_our_scripts_run(seeds, outline):
    policy = next(attrs["content"] for attrs in outline.all("meta") if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'")
    assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0]
    for script in (asset("plotly-basic.min.js"), asset("page.js")):
        assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in policy
        assert f"<script>{script}</script>" in seeds
    assert not any("src" in attrs for tag, attrs in outline.tags if tag != "template")
    assert not outline.all("link")


def test_the_share_button_that_uploads_is_off():
    assert "displayModeBar: false" in asset("page.js")


def test_without_a_script_the_events_and_their_words_are_there(outline):
    text = " ".join(outline.text)
    assert "Kelvin Davis heckles John Key" in text
    assert "shouted at Mr Key" in text
    assert [attrs["id"] for attrs in outline.all("li") if "id" in attrs] == [f"e{n}" for n in range(1, 19)]
    assert len(outline.all("tr")) == 19
    assert outline.all("mark")


def test_the_whole_article_or_only_what_is_evidence():
    whole, quotes = page(seed_story()), page(seed_story(), quotes_only=True)
    assert "shop-lifting" in whole
    assert "shop-lifting" not in quotes
    assert "staged a walk-out" in quotes
    texts = Outline(
        quotes[quotes.index('<div class="texts">') : quotes.index("</div></section>", quotes.index('<div class="texts">'))]
    )
    assert len("".join(texts.text)) < sum(len(item.text) for item in seed_story().articles) * 0.8


def test_quotes_only_hides_no_article_text_in_the_data():
    data = json.loads(Outline(page(seed_story(), quotes_only=True)).scripts[0])
    assert "shop-lifting" not in json.dumps(data)


@pytest.fixture
def hostile():
    source = article(
        text=f"Ama shouted at Bo. {HOSTILE} Then he left.",
        title=HOSTILE,
        outlet=HOSTILE,
        url="javascript:alert(1)",
        published=HOSTILE,
    )
    cast = (actor("a", HOSTILE, "group", party=HOSTILE), actor("b", "Bo " + HOSTILE))
    told = event(
        actors=("a",),
        targets=("b",),
        source="b",
        time_text=HOSTILE,
        evidence=(telling(words=f"shouted at Bo. {HOSTILE}", source=source, rule=HOSTILE),),
    )
    return story(told, actors=cast, articles=(source,), title=HOSTILE)


@pytest.mark.parametrize("quotes_only", [True, False])
def test_hostile_text_is_shown_and_never_obeyed(hostile, quotes_only):
    outline = Outline(page(hostile, quotes_only=quotes_only))
    assert outline.open == []
    assert not outline.all("img")
    assert len(outline.scripts) == 3
    assert json.loads(outline.scripts[0])["events"] == ["e1"]
    assert not [attrs for _, attrs in outline.tags for name in attrs if name.startswith("on")]
    assert all(attrs["href"].startswith("#") for attrs in outline.all("a"))
    assert "alert(1)" in "".join(outline.text)


@pytest.mark.parametrize(
    ("url", "ok"),
    [("https://news.example/a?b=1&c=2", True), ("http://news.example", True), ("javascript:alert(1)", False),
     ("data:text/html,x", False), (" javascript:alert(1)", False), ("//news.example", False), ("https://", False),
     ("http://[", False), (None, False), ("file:///x", False)],
)  # fmt: skip
def test_only_http_becomes_a_link(url, ok):
    assert safe(url) is ok


def test_a_source_links_to_its_page():
    told = story(event(evidence=(telling(),)), articles=(article(title="A & B", url="https://news.example/?a=1&b=2"),))
    assert '<a href="https://news.example/?a=1&amp;b=2" rel="noopener noreferrer">A &amp; B</a>' in page(told)


def test_no_event_is_an_answer():
    outline = Outline(page(story(actors=())))
    assert "No event of the codebook was found" in " ".join(outline.text)
    assert json.loads(outline.scripts[0])["figures"] == {}


def test_the_page_is_small_enough_to_send(seeds):
    assert len(seeds.encode()) < 1_700_000


def test_why_here_is_told_with_the_words_that_say_so():
    assert "after 1, because the text says &quot;then&quot;" in page(exchange())


def test_the_script_cannot_end_its_own_element():
    assert not re.search(r"</script|<!--", asset("page.js") + asset("plotly-basic.min.js"), re.IGNORECASE)


def test_the_page_says_who_tells_an_event_who_does_not_and_on_what_they_differ() -> None:
    first = exchange()
    second = replace(article("b2"), outlet="The Post", title="A quiet day")
    differ = Conflict("date", (Value("2024-03-13", ("a1",)), Value("2024-03-14", ("b2",))))
    events = (replace(first.events[0], conflicts=(differ,)), *first.events[1:])
    shown = page(replace(first, articles=(replace(first.articles[0], outlet="The Wire"), second), events=events))
    assert "<dt>Told by</dt><dd>1 of 2 articles: The Wire; not by The Post</dd>" in shown
    assert "<dt>Articles differ on</dt><dd>when: 2024-03-13 (The Wire); 2024-03-14 (The Post)</dd>" in shown
