"""Every figure is one that Plotly takes: they are drawn without its checking, which is made here."""

import plotly.graph_objects as go
import pytest

from extract import views
from tests.factories import crowd_story, exchange, seed_story, story

NAMES = (
    "calendar",
    "comparison",
    "doers",
    "ladder",
    "network",
    "slope",
    "timeline",
)  # of a story; those of tallies have their own
STORIES = {"seed": seed_story(), "two": exchange(), "crowd": crowd_story(30, 24, 3), "none": story(actors=())}


@pytest.mark.parametrize("told", STORIES)
@pytest.mark.parametrize("name", NAMES)
def test_plotly_takes_it(name, told):
    for width in (358, 1240):
        made = getattr(views, name)(STORIES[told], width=width)
        for one in (made, made and views.dark(made)):
            if one is not None:
                go.Figure(one.to_dict())


def test_a_wrong_figure_would_be_seen():
    with pytest.raises(ValueError, match="nonsense"):
        go.Figure({"data": [{"type": "scatter", "nonsense": 1}]})
