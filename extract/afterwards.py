"""Whether words are said to the press or the public instead of to the House: "told reporters", "in a post on X".

Such a sentence plays outside, wherever its speaker stands; a text is all that is read here.
"""

from __future__ import annotations

import re

from extract import lexicon

# Statements made to the House itself.
IN_HOUSE = (
    r"(?<!opening )(?<!ministerial )(?<!budget )(?<!economic )(?<!policy )(?<!personal )"
    r"(?:{})\b(?! (?:that|which) followed\b)"
    r"(?! to (?:the )?(?:house|parliament|assembly|senate|commons|chamber|council|mps|members|lawmakers)\b)"
)
# What is only reported or shown there is nobody's statement.
SPREAD = r"\b(?<!reported )(?<!broadcast )(?<!live )(?<!shown )(?<!streamed )"
OVER = (
    r"after the (?:vote|sitting|meeting|session|debate|hearing|ruling)|afterwards?|in the (?:lobby|foyer|corridor)"
    r"|outside(?= ?[,;.]|\Z| parliament\b| the (?:chamber|house|parliament|building|hall|assembly|senate|council)\b)"
)
# By whom and about what one is asked there: "asked *by the Speaker to* withdraw" is of the sitting.
BY_PRESS = (
    r"(?:by (?:reporters|journalists|the (?:press|media)) )?"
    r"(?=to comment|(?:about|on|over|for|after|why|whether|if|how|what|in|outside|afterwards?)\b)"
)
WORDS = r"(?:[\w'’.-]+ ){0,3}"
DETERMINER = r"(?:a|an|the|his|her|its|their|that|one|another) "


def talks(text: str) -> bool:
    """Whether a passage says that something is said outside the proceedings."""
    plain = _like_papers().sub("them", text)
    return any(pattern.search(plain) for pattern in _patterns())


@lexicon.per_codebook
def _like_papers() -> re.Pattern[str]:
    """Parties whose names end as those of papers do, before their people: "told *One Nation's* Ben Lind", "told *One Nation*"."""
    ends = {*lexicon.forms("scene", "papers"), *lexicon.forms("scene", "outlets")}
    parties = {name for name in lexicon.forms("parties", "parties") if " " in name and name.split()[-1].lower() in ends}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, parties), key=len, reverse=True)) or '(?!)'})\b")


@lexicon.per_codebook
def _patterns() -> tuple[re.Pattern[str], ...]:
    """What a statement is made to, in and through."""

    def either(key: str) -> str:
        return "|".join(re.escape(word) for word in sorted(lexicon.forms("scene", key), key=len, reverse=True))

    said = r"told|tells?|telling|assur\w+|inform(?:ed|ing)|ask(?:ed|ing)|address(?:ed|ing)|brief(?:ed|ing)"
    to = rf"(?:{said}|(?:sp\w+|talk\w*|said|quip\w*|storm\w*|remark\w*) to)"
    hearers, outlets = either("hearers"), f"(?i:{either('outlets')})|(?=[A-Z])(?i:{either('papers')})"
    return (
        re.compile(rf"\b{to} {WORDS}(?:{hearers})\b", re.I),
        re.compile(rf"\b(?i:{to}) (?:the |[\w-]+-based )?(?:[A-Z][\w'’.-]* |{WORDS})(?:{outlets})\b"),
        re.compile(rf"\b(?i:{to} (?:the )?)(?:{outlets})\b"),
        re.compile(rf"\b(?:in|via|through|by|with) (?:{DETERMINER})?{WORDS}" + IN_HOUSE.format(either("writings")), re.I),
        re.compile(
            rf"\b(?:issu|releas|publish|put|post)(?:ed|es|e|ing|ting)?(?: out)? (?:{DETERMINER})?{WORDS}(?:statement|video)\b",
            re.I,
        ),
        re.compile(
            SPREAD + rf"(?:on|to|via) (?:his |her |their |its |the |social media )?(?:{WORDS})?(?:{either('platforms')})\b", re.I
        ),
        re.compile(r"\bon (?:X|Truth Social)\b"),
        re.compile(r"\A\W*Outside (?:the )?(?:[A-Z][\w'’-]*(?: ['’]s)? ?){1,3}(?:afterwards?|later)? ?,"),
        re.compile(rf"\b(?:at|during|in) (?:{DETERMINER})?{WORDS}(?:{either('briefings')})\b", re.I),
        re.compile(r"\b(?:before|in front of|to) (?:the |every |waiting |television |tv )*(?:cameras?|microphones)\b", re.I),
        re.compile(rf"\bspeak(?:s|ing)?,? (?:{either('moments')})\b", re.I),
        re.compile(
            rf"(?:\A|[,;] )(?:asked|questioned|pressed|quizzed) {BY_PRESS}(?:(?!by )[\w'’]+ ){{0,5}}(?:{OVER})(?!\w)", re.I
        ),
        re.compile(r"\bsaid (?:later|afterwards?|after the (?:sitting|vote|meeting|session|debate|hearing))\b", re.I),
    )
