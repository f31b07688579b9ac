"""Lines of an article that tell nothing of what happened: bylines, credited captions, "read more", notices of the paper.

They are set aside before the parse and stay in the text, so that every offset is the article's own. What could be a sentence of
the story stays in it: a line goes only for its form, and none goes where most of the text would.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 400  # characters; no caption or teaser is longer
CAPTION = 30  # words above a credit; what says more is a paragraph with a picture's name in it

NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|van|der|al|bin|ni)){1,4}"
# What "By" begins that is nobody: a day, a moment, a manner.
NOBODY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Then|The|This|That|Now|A|An|All|Our|His|Her|Their|Its|Royal|Law|Noon|Midnight|Contrast|Comparison)"
)
ROLE = r"(?:reporters?|correspondents?|editors?|staff|writers?|columnists?|desk|bureau|team|agenc(?:y|ies)|service)"
AGENCY = r"(?:Getty(?: Images)?|Reuters|AFP|AP|AAP|PA|Alamy|Shutterstock|EPA|PTI|ANI|CP|RNZ)"
PICTURE = r"(?:File )?(?:Photo|Photograph|Picture|Image|Pic|Video|Illustration)s?"
MORE = r"(?:read more|read also|also read|see also|read next|up next|don['’]t miss|most read|related)"
STORIES = r"(?: (?:stor(?:y|ies)|news|articles?|coverage|content))?"
TEASER = r"(?:MORE|More|LISTEN|Listen|WATCH|Watch|VIDEO|Video|AUDIO|Audio|PHOTOS|Photos|GALLERY|Gallery|PODCAST|Podcast)"
NETWORK = r"(?:Twitter|X|Facebook|Instagram|Bluesky|Mastodon)"

FORMS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(form)
    for form in (
        # "*By Ruth Sele*", "*By RUTH SELE and Ben Pell, political editors*"; but "By Friday" and "By then he had left."
        rf"By (?!{NOBODY}\b)(?:{NAME}(?:(?:,| and| &) {NAME})*(?: (?:in|for|at) [\w ]+)?(?: ?[,|•·–—]+ ?[^.!?]*)?|{AGENCY})",
        # "*By our parliamentary reporter*", "*By a correspondent in Honiara*", "*By Local Democracy Reporting Service*"
        rf"(?i:by(?: [\w-]+){{0,5}} {ROLE}(?: in [\w ]+)?)",
        # "*(Reporting by Ruth Sele; Editing by Ben Pell)*", "*-- additional reporting by Ben Pell.*", "*With files from staff*"
        r"(?i:[(–—-]*\s*(?:additional )?(?:reporting|writing|editing) (?:by|from) [^!?]*)",
        r"(?i:\(?with (?:files|inputs?|reporting|agency inputs?)(?: from [^!?]*)?\)?\.?)",
        # "*Read more: Five rows that shook the House*", "*SEE ALSO*", "*Also on the Courier:*", "*Related stories*"
        rf"(?i:\W*{MORE}{STORIES}(?:\s*[:|–—-].*)?)",
        r"(?i:also on [\w ]+:)",
        # "*More: Gulls on the rise*", "*LISTEN: the evening bulletin*", which end as no sentence does
        rf"{TEASER}: [^“\"”]*[^.!?“\"”]",
        # "*Read the rest of the story here.*", "*Watch the full interview above.*"
        r"(?:Read|Watch|See|Listen to|Hear) [^.!?“\"”]{0,90}\b(?<!in )(?:here|above|below) ?[.:]?",
        # "*Story continues below*", "*Continue reading*", "*More on this story later*"
        r"(?i:\W*(?:story|article) continues(?: below| after)?[\w ]*\.?|\W*continue reading(?: below)?\.?)",
        r"(?i:more (?:on this story later|to (?:come|follow))\.?)",
        # "*Advertisement*", "*Sign up for our newsletter.*", "*Subscribe here*", "*Click here to join*"
        r"(?i:\W*(?:advertisements?|sponsored(?: content)?|loading\.*)\W*)",
        r"(?:Sign up|SIGN UP) (?:for|to)\b.*|Subscribe (?:to|here|now)\b.*|Click here\b.*",
        # "*Follow @courier*", "*Follow Ruth Sele on X.*", "*Share this article*"
        rf"Follow (?:@\w+|[^.!?]{{1,60}} on {NETWORK})\b.*|(?i:share this (?:article|story|page).{{0,40}})",
        # "*© 2018 The Harbour Courier*", "*All rights reserved.*", "*This article was updated to add a quote.*"
        r"(?i:(?:copyright )?(?:©|\(c\)) ?\d{4}.*|copyright \d{4}.*|all rights reserved\.?)",
        r"This (?:article|story|page|report) (?:has been|was) (?:updated|amended|corrected|(?:first|originally) published)\b.*",
        # "*Photo: The chamber on Thursday*", "*File photo: The mace*"
        rf"\W*(?:{PICTURE}(?: credit)?|Credit|Source): ?.*|(?:File|FILE) (?:photo|PHOTO)\W.*",
        # "*Ms Okoro leaves the chamber. Photo: Ben Pell*", "*The mace on Thursday. (Picture by Ben Pell)*"
        rf"(?:\S+ ){{0,{CAPTION}}}?\S*[.!?”\"')] ?[(\[]?(?:{PICTURE}|Credit)(?: credit)?(?:: ?| by | courtesy of ).{{1,60}}",
        # "*The mace. (AP Photo/Ben Pell)*", "*Ben Pell/Reuters*", "*Ben Pell via Getty Images.*"
        rf"(?:\S+ ){{0,{CAPTION}}}?[(\[]?{AGENCY} (?:Photo|Images?|Pool)\b.{{0,60}}",
        rf"(?:\S+ ){{0,{CAPTION}}}?[(\[]?(?:(?:[\w.'’-]*/)?[\w.'’-]* ?/ ?{AGENCY}|Getty Images)[.)\]]{{0,2}}",
        rf"[–—-]* ?{AGENCY}(?:/[\w ]+)?\.?",
    )
)


def lines(text: str, paragraphs: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Of the lines of a text, by their offsets, those that tell nothing; none of them where they are most of it."""
    rows = list(paragraphs)
    found = tuple((start, end) for start, end in rows if is_boilerplate(text[start:end]))
    size = sum(end - start for start, end in found)
    return found if 2 * size < sum(end - start for start, end in rows) else ()


def is_boilerplate(line: str) -> bool:
    """Whether a line is the paper's, not the story's."""
    plain = " ".join(line[: 2 * LONGEST].split())
    return len(plain) <= LONGEST and any(form.fullmatch(plain) for form in FORMS)


def blanked(text: str, aside: Iterable[tuple[int, int]]) -> str:
    """The text with blanks for what is set aside, one for one."""
    pieces, at = [], 0
    for start, end in aside:
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])
