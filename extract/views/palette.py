"""Colours, chosen once: every one of them can be read as text on white (4.5 : 1), and none stands for a meaning alone."""

from __future__ import annotations

from collections.abc import Mapping
from zlib import crc32

FONT = "Inter, 'Source Sans', 'Source Sans Pro', 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
INK, MUTED, RULE, BAND, WHITE = "#1B2330", "#566072", "#D8DCE2", "#F4F5F7", "#FFFFFF"
ACCENT = "#1F5FA8"

TYPE_COLOURS: Mapping[str, str] = {
    "heckle": "#A8560A",
    "attack": "#B4232C",
    "ejection": "#7B3FA0",
    "walkout": "#0B7A75",
    "point_of_order": "#1F5FA8",
    "no_confidence_request": "#A62474",
    "intervention": "#5B6472",
    "ruling": "#6B5B2A",
    "objection": "#856600",
    "decision": "#3D4F66",
    "withdrawal": "#3A7535",
    "scuffle": "#7A3B12",
    "adjournment": "#454B54",
    "reaction": "#626C79",
}

CHAIR, NEUTRAL, OTHERS = "#6B5B2A", "#475467", "#667085"
# Given to the parties of a story as they appear; a party named after a colour gets that one.
PARTY_COLOURS = ("#8C2F39", "#1D4E79", "#6A4C93", "#8A5A14", "#2F6F7E", "#93436F")
NAMED_COLOURS: Mapping[str, str] = {"green": "#2F6B4F"}

# The dark page, and for each colour above its twin there: all can be read on it, and it on them.
DARK_GROUND = "#10151F"
DARK: Mapping[str, str] = {
    WHITE: DARK_GROUND,
    BAND: "#192130",
    RULE: "#38435A",
    MUTED: "#A6B1C4",
    INK: "#E9EDF4",
    NEUTRAL: "#93A5BF",
    OTHERS: "#98A3B8",
    "#A8560A": "#EFA052",
    "#B4232C": "#FF8087",
    "#7B3FA0": "#C89AE8",
    "#0B7A75": "#3FC2BB",
    "#1F5FA8": "#74AEF2",
    "#A62474": "#F08CC8",
    "#5B6472": "#AAB4C3",
    "#6B5B2A": "#C9B36A",
    "#856600": "#DDB93C",
    "#3D4F66": "#8FAFD6",
    "#3A7535": "#79C472",
    "#7A3B12": "#D99263",
    "#454B54": "#B3BAC6",
    "#626C79": "#9DABBD",
    "#8C2F39": "#F0808C",
    "#1D4E79": "#6BB0E8",
    "#6A4C93": "#B79BE6",
    "#8A5A14": "#E0AB55",
    "#2F6F7E": "#62BDD1",
    "#93436F": "#E592BE",
    "#2F6B4F": "#68C196",
}


def type_colour(type: str) -> str:
    """The colour of a type; one of a codebook of one's own has always the same of the colours that parties have."""
    return TYPE_COLOURS.get(type) or PARTY_COLOURS[crc32(type.encode()) % len(PARTY_COLOURS)]


def rgba(colour: str, opacity: float) -> str:
    """The colour as CSS with an opacity: rgba('#FFFFFF', 0.5) is 'rgba(255,255,255,0.5)'."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"


def contrast(colour: str, ground: str = WHITE) -> float:
    """The WCAG contrast of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
