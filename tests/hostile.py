"""A story that wants to be markup, a formula, a path, a control sequence and another line; no reader may take it for one."""

from __future__ import annotations

from dataclasses import replace

from extract.types import Edge, Event, Sanction, Span, Story, Telling
from tests.factories import actor, article, links

MARKUP = "</script><script>alert(1)</script><img src=x onerror=alert(2)> & \"q\" 'a' ]]> <!-- {{x}}"
CONTROL = "\x00\x01\x1b[31m\x7f\x85\u2028\r\n\tBEGIN:VEVENT\u202eRTL\u202c שלום 😀"
HOSTILE = f'=HYPERLINK("http://x.example"){MARKUP}{CONTROL};=1+1'


def hostile_story() -> Story:
    """Two acts with a day, a sanction and a tie in time; every word that an article could choose is hostile."""
    words = f"shouted at Bo {HOSTILE}"
    text = f"{HOSTILE} Ama {words} and then @left.\n\nNobody saw it. -1+1 {MARKUP} The end. One more sentence. And the last."
    at, start = text.index(words), text.index("Ama")
    source = article("../../evil\n", text, title=HOSTILE, outlet="@SUM(1)", author=HOSTILE, url="javascript:alert(1)",
                     path=f"clippings/{HOSTILE}", published="2031-03-05")  # fmt: skip
    second = article("..\\evil", "", title="-2+3", outlet="+cmd|' /C calc'!A0", url='https://x.example/?a=1&b=<">', published="x")
    cast = (
        actor("a/../b", HOSTILE, "group", aliases=("=1", HOSTILE), role=HOSTILE, party=HOSTILE,
              mentions=(Span(source.id, start, start + 3, "Ama"),)),
        actor("=b\x00", f"-Bo {HOSTILE}", "office"),
        actor("c", "\r+C"),
    )  # fmt: skip
    telling = Telling("heckle", Span(source.id, at, at + len(words), words), HOSTILE, actors=("a/../b",), targets=("=b\x00", "c"))
    first = Event(
        "e1<", "heckle", ("a/../b",), ("=b\x00", "c"), source="c", date="2031-03-04", quote=f"-{HOSTILE}", time_text=HOSTILE,
        place="inside", evidence=(telling,), sanction=Sanction(HOSTILE, "2031-03-06"),
    )  # fmt: skip
    left = Span(source.id, text.index("@left"), text.index("@left") + 5, "@left")
    then = Span(source.id, text.index("then"), text.index("then") + 4, "then")
    last = Event("=e2", "walkout", ("c",), (), rank=2, rank_min=2, rank_max=2, earliest="2031-03-04", latest="2031-03-05",
                 evidence=(Telling("walkout", left, "made-up", actors=("c",)),))  # fmt: skip
    made = Story(
        "../../s\x00\n<b>", HOSTILE, (source, second), cast, (first, last), (Edge("e1<", "=e2", 0.9, "connective", then),)
    )
    return replace(made, links=links(made.events))
