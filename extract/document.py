"""Text → Document: paragraphs, quotations and the one call of the model, with the article's own offsets kept throughout."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from spacy.language import Language

from extract import boilerplate, capitals, dates, grammar, lexicon, pieces
from extract.garbled import FILLER, legible
from extract.gate import PLAIN, plainly, scene_missed, sits, sitting_told
from extract.indoors import indoors
from extract.marks import Quote
from extract.places import cues, entries, holds_any, located, place_said
from extract.reading import Unreadable
from extract.records import quotations
from extract.tree import Doc, Token
from extract.tree import Span as Tokens
from extract.types import Article, Place, Span
from extract.venues import elsewhere, narrates, speaks_for

# A tokenizer takes quadratic time over marks without a space; so long a run says nothing.
GLUED = re.compile(r"[^\w\s]{40,}")
MOST_QUOTES = 300  # in a paragraph: what attributes them takes time by the square of their number
SUMMED = 170  # words; of briefer coded reports the first paragraph came first in 58 of 61 pairs of acts, of longer in 26 of 101
OPENING = 80  # characters in which a paragraph says that the trouble began
DEEP = 4  # paragraphs below the lead from which news tells in order
DOORSTEP = 2  # sentences that a scene at the door goes on for; news then goes in


@dataclass(frozen=True)
class Document:
    """An article with its parse: the only value left of the bar that everything else is read from."""

    article: Article
    doc: Doc = field(repr=False)
    paragraphs: tuple[tuple[int, int], ...] = ()
    quotes: tuple[Quote, ...] = ()
    aside: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        """The article's text, untouched."""
        return self.article.text

    def span(self, start: int, end: int) -> Span:
        """The passage between two offsets, shorn of white space at its ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span(self.article.id, start, end, self.text[start:end])

    def span_of(self, tokens: list[Token]) -> Span:
        """The passage from the first to the last of some tokens."""
        return self.span(min(t.idx for t in tokens), max(t.idx + len(t) for t in tokens))

    def quote_at(self, offset: int) -> Quote | None:
        """The quotation that an offset stands in."""
        at = bisect_right(self._openings, offset) - 1
        return self.quotes[at] if at >= 0 and offset in self.quotes[at] else None

    @cached_property
    def _openings(self) -> tuple[int, ...]:
        return tuple(quote.start for quote in self.quotes)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The tokens that stand in a quotation, by their number."""
        return frozenset(t.i for t in self.doc if self.quote_at(t.idx) is not None) if self.quotes else frozenset()

    def paragraph_of(self, offset: int) -> int:
        """The number of the paragraph that an offset stands in, from 0."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    @cached_property
    def _paragraph_starts(self) -> tuple[int, ...]:
        return tuple(start for start, _ in self.paragraphs)

    @cached_property
    def lead(self) -> int:
        """How many paragraphs sum the article up before it tells: the first, and a headline above it; none of a short text.

        Where a paragraph opens with how it began ("The trouble started when"), all above it.
        """
        return self._begun or self._summary

    @property
    def body(self) -> int:
        """The offset at which the paragraphs below the lead begin; 0 where nothing sums up."""
        return self.paragraphs[self.lead][0] if self.paragraphs else 0

    @cached_property
    def _summary(self) -> int:
        """The headline and the first paragraph, where more is told below."""
        first = self._headlines + 1
        return first if len(self.paragraphs) > 2 * first else 0


    @cached_property
    def _headlines(self) -> int:
        ends = (self.text[start:end].rstrip() for start, end in self.paragraphs)
        whole = (re.search(r"[.!?][\"”'’)]*\Z", words[-9:]) is not None for words in ends)
        return next((n for n, is_sentence in enumerate(whole) if is_sentence), 0)

    @cached_property
    def _begun(self) -> int:
        """The paragraph that opens with how it began, where it stands below the first and in the upper half; else 0."""
        openings = (_cut(self.text[start:end]) for start, end in self.paragraphs)
        begins = next((n for n, opening in enumerate(openings) if n > self._headlines and _begins().search(opening)), 0)
        return begins if self._summary <= begins <= len(self.paragraphs) // 2 else 0

    @cached_property
    def anew(self) -> tuple[tuple[int, int], ...]:
        """The paragraphs in which the story begins anew, "*At issue on Tuesday was* ...": their number, and where it is said."""
        below = [(n, start, end) for n, (start, end) in enumerate(self.paragraphs) if n >= max(1, self.lead)]
        found = ((n, start, _rewinds().match(_cut(self.text[start:end]))) for n, start, end in below)
        return tuple((n, start + said.end()) for n, start, said in found if said is not None)

    def depth_of(self, offset: int, *, outcome: bool = True) -> int:
        """How many paragraphs below the lead an offset stands, from 1; 0 in the lead. Deep where nothing sums up or it began, and
        for what is no *outcome* behind the headline of a brief report: that tells from its first paragraph on."""
        here = self.paragraph_of(offset)
        if not outcome and self._headlines <= here < self.lead and len(self.text.split()) < SUMMED:
            return DEEP
        below = here - self.lead + 1
        begun = (self._begun and below > 0) or any(n <= here for n, _ in self.anew)
        return max(0, below) + (DEEP if not self._summary or begun else 0)

    @cached_property
    def sentences(self) -> tuple[Tokens, ...]:
        """The sentences that say something."""
        return tuple(s for s in self.doc.sents if any(t.is_alpha for t in s))

    def told_in(self, first: int, last: int) -> tuple[Tokens, ...]:
        """The sentences of the paragraphs from one to another, both included."""
        start = self.paragraphs[first][0] if first and self.paragraphs else 0
        end = self.paragraphs[last + 1][0] if last + 1 < len(self.paragraphs) else len(self.text) + 1
        return self.sentences[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.start_char for sentence in self.sentences)

    @cached_property
    def sentence_numbers(self) -> tuple[int, ...]:
        """For each token the number of its sentence, counting from 0."""
        return tuple(n for n, sentence in enumerate(self.doc.sents) for _ in sentence)

    @cached_property
    def reporters_words(self) -> tuple[str, ...]:
        """For each sentence its text with a blank for each character that is quoted, every offset kept: the reporter's own."""
        return tuple(self._unquoted(sentence) for sentence in self.doc.sents)

    def _unquoted(self, sentence: Tokens) -> str:
        start, text = sentence.start_char, re.sub(r"\s", " ", sentence.text)
        first_in = max(0, bisect_right(self.quotes, start, key=lambda quote: quote.start) - 1)
        behind = bisect_left(self.quotes, sentence.end_char, key=lambda quote: quote.start)
        inside = (quote for quote in self.quotes[first_in:behind] if start < quote.end)
        for first, last in ((max(0, quote.start - start), quote.end - start) for quote in inside):
            text = text[:first] + " " * len(text[first:last]) + text[last:]
        return text

    def times_of(self, sentence: Tokens) -> tuple[dates.Time, ...]:
        """The times that the reporter's own words of a sentence say."""
        number = self.sentence_numbers[sentence.start]
        if (known := self._times.get(number)) is None:
            known = self._times[number] = dates.find_all(self.reporters_words[number], published=self.article.published)
        return known

    @cached_property
    def _times(self) -> dict[int, tuple[dates.Time, ...]]:
        return {}  # by the number of the sentence: most are never asked

    @cached_property
    def proper(self) -> frozenset[str]:
        """The words that the article capitalises inside sentences and never writes small: names, also where they open one."""
        inside = {
            t.text for t in self.doc if t.text[0].isupper() and not t.is_sent_start and t.i and not self.doc[t.i - 1].is_punct
        }
        return frozenset(inside - {t.text.capitalize() for t in self.doc if t.is_lower})

    @cached_property
    def places(self) -> tuple[Place | None, ...]:
        """For each sentence of ``doc.sents``: where it plays, carried on until the text moves elsewhere."""
        out: list[Place | None] = []
        here: Place | None = None
        opened = 0  # the paragraph that went outside
        brief = False  # whether only words to the press went there
        left = 0  # sentences for which the door is still the scene
        fresh = entries(self.text, self.paragraphs)
        told = -1  # the paragraph that tells something new since
        for sentence, words in zip(self.doc.sents, self._located, strict=True):
            said, here = place_said(words), None if sentence.start_char in fresh else here
            if said is None and here == "entrance" and left == 0:
                here = None
            here, left = said or here, DOORSTEP if said == "entrance" else max(0, left - 1)
            paragraph = self.paragraph_of(sentence.start_char)
            if said == "outside":
                brief, opened = not holds_any(words, "outside"), paragraph
            new = here == "outside" and opened != paragraph
            back = said is None and (holds_any(words, "floor") or (here == "outside" and indoors(sentence, words)))
            silent = (new and (told == paragraph or not self._is_talk(sentence))) or back
            told = paragraph if new and silent and not back and narrates(sentence) else told
            here = None if new and silent and brief else here
            aside = said is None and not back and speaks_for(sentence)
            out.append("outside" if aside else None if silent else here)
        return tuple(out)

    @cached_property
    def elsewhere(self) -> frozenset[int]:
        """The sentences that play at a meeting of another body, by their number."""
        numbers = (self.paragraph_of(sentence.start_char) for sentence in self.doc.sents)
        return elsewhere(zip(numbers, self._located, strict=True), self._headlines)

    @cached_property
    def _located(self) -> tuple[str, ...]:
        return tuple(located(sentence, self.quoted) for sentence in self.doc.sents)

    @cached_property
    def staged(self) -> bool:
        """Whether it tells of a sitting more than in passing: one word of it in a short text, three in a long one."""
        text = plainly(self.text)
        found = {words for told in (cues("sitting"), cues("inside"), *sitting_told()) for words in told.findall(text)}
        return len(found) >= min(3, 1 + len(self.text.split()) // 150)

    def _is_talk(self, sentence: Tokens) -> bool:
        """Whether a sentence is of what is said afterwards: its paragraph quotes, or its main verb is one of speaking.

        An outside that an earlier paragraph told holds only for talk: "On Monday the Speaker was booed" went back in.
        """
        start, end = self.paragraphs[self.paragraph_of(sentence.start_char)]
        said = lexicon.words("speech", "say", "quoting")
        verbs = [sentence.root, *(c for c in sentence.root.children if c.pos_ == "VERB")]
        at = bisect_left(self.quotes, start, key=lambda quote: quote.start)
        quoted = at < len(self.quotes) and self.quotes[at].start < end
        return quoted or any(t.lemma_ in said for t in verbs)

    @cached_property
    def closed(self) -> str:
        """Why no act can be told in it, as the gate says too; empty where one can."""
        return scene_missed(self.text)

    @cached_property
    def sitting(self) -> bool:
        """Whether it tells of a sitting, not only of politicians."""
        return sits(self.text)


def _cut(paragraph: str) -> str:
    return paragraph[:OPENING].translate(PLAIN)


@lexicon.per_codebook
def _rewinds() -> re.Pattern[str]:
    return re.compile("|".join(lexicon.words("connectives", "rewinds")), re.IGNORECASE)


@lexicon.per_codebook
def _begins() -> re.Pattern[str]:
    """ "*The trouble began*", "*Tensions first flared up*": the words that open the story below a summary."""
    nouns, verbs = ("|".join(map(re.escape, lexicon.words("connectives", key))) for key in ("troubles", "begins"))
    return re.compile(rf"\A(?:[\w']+ ){{0,3}}(?:{nouns})(?: \w+)? (?:had |first ){{0,2}}(?:{verbs})\b", re.IGNORECASE)


def read_document(article: Article, *, nlp: Language, whole: bool = False) -> Document:
    """Parse an article once, in plain quotation marks and the article's own offsets; what tells nothing is set aside, unless the
    *whole* is asked for."""
    return next(read_documents([article], nlp=nlp, whole=whole))


def read_documents(articles: Sequence[Article], *, nlp: Language, whole: bool = False) -> Iterator[Document]:
    """Several articles parsed together, which takes a tenth less than one by one."""
    spans = [paragraphs(article.text) for article in articles]
    asides = [() if whole else boilerplate.lines(a.text, own) for a, own in zip(articles, spans, strict=True)]
    shown = (boilerplate.blanked(a.text, aside) for a, aside in zip(articles, asides, strict=True))
    texts = (capitals.restored(legible(text, FILLER).translate(PLAIN), nlp) for text in shown)
    docs = pieces.trees((GLUED.sub(lambda run: " " * len(run[0]), text) for text in texts), nlp=nlp)
    for article, doc, own, aside in zip(articles, docs, spans, asides, strict=True):
        grammar.retag(doc)
        kept = tuple(span for span in own if span not in set(aside))
        yield Document(article, doc, kept, _counted(quotations(legible(article.text), kept), kept, article), aside)


def _counted(found: tuple[Quote, ...], kept: tuple[tuple[int, int], ...], article: Article) -> tuple[Quote, ...]:
    """The quotations, when no paragraph has more than anybody writes: who says each is asked of all around it."""
    starts = [quote.start for quote in found]
    if any(bisect_right(starts, end) - bisect_right(starts, start - 1) > MOST_QUOTES for start, end in kept):
        wrong = f"a paragraph of more than {MOST_QUOTES} quotations"
        raise Unreadable(article.path or "pasted text", wrong, "leave out what is no prose, or put each speaker on a line")
    return found


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the lines that hold something; news files put a paragraph on a line."""
    return tuple((m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text))
