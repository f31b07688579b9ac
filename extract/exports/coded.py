"""A story as coded articles, as `store gold` writes them, in one archive: what a team coded by hand becomes a measure."""

from __future__ import annotations

import json
from typing import Any

from ..corrections import gold
from ..types import Story
from .zipped import stems, zipped


def coded(story: Story) -> bytes:
    """<article>.json and <article>.txt for each article, and merged/story.json where they are several."""
    called = stems(article.id for article in story.articles)
    files = {}
    for article, one in zip(story.articles, gold.coded(story).values(), strict=True):
        files[f"{called[article.id]}.json"] = _plain(one)
        files[f"{called[article.id]}.txt"] = article.text
    if len(story.articles) > 1:
        files["merged/story.json"] = _plain(gold.whole(story))
    return zipped(files)


def _plain(coded: dict[str, Any]) -> str:
    return json.dumps(coded, ensure_ascii=False, indent=1) + "\n"
