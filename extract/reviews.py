"""What a reader is told of who has looked: the machine's word is never taken for a person's, nor a person's for the machine's."""

from __future__ import annotations

from collections.abc import Mapping

from .corrections import Review
from .types import Event, Story

MACHINE = "Machine-coded, not reviewed."
Reviews = Mapping[str, Review]


def standing(story: Story, reviews: Reviews) -> str:
    """Of a whole story: reviewed by nobody, in part, or whole, and by whom."""
    own = {e.id: reviews[e.id] for e in story.events if e.id in reviews}
    if not own:
        return MACHINE
    by = _listed(dict.fromkeys(review.by for review in own.values()))
    if len(own) == len(story.events):
        return f"Machine-coded, reviewed by {by} ({max(review.at for review in own.values())[:10]})."
    return f"Machine-coded; {len(own)} of {len(story.events)} events reviewed by {by}, the others by nobody."


def of(event: Event, reviews: Reviews) -> str:
    """Of one event: "Corrected by Ana Reyes on 2024-03-14"; empty where nobody has looked."""
    review = reviews.get(event.id)
    if review is None:
        return ""
    return f"{'Corrected' if event.corrected else 'Accepted'} by {review.by} on {review.at[:10]}"


def _listed(names: Mapping[str, None]) -> str:
    first, *more = names
    return first if not more else f"{', '.join([first, *more[:-1]])} and {more[-1]}"
