"""The one folder that speaks the parser's dialect: every clause and every event noun becomes one frame.

A rule says "throw out, actor: agent" and means it for active, passive, nominal, control and light-verb tellings alike.
"""

from extract.grammar.asides import parted_subject
from extract.grammar.attempts import tried
from extract.grammar.clauses import infinitive, link, own_subjects, subjects, told_beside
from extract.grammar.descriptions import same
from extract.grammar.ellipsis import ORDINALS, echo
from extract.grammar.frames import Frame, clause_tokens, governing_verb, noun_frame, verb_frame
from extract.grammar.governed import by_phrase, obliques
from extract.grammar.habits import habitual, repeated
from extract.grammar.insertions import inserted, spoken_about
from extract.grammar.mends import retag
from extract.grammar.modality import MANDATIVE, looks_back, pluperfect, status, subjunctive
from extract.grammar.motioned import carried
from extract.grammar.nominals import coordinated
from extract.grammar.particles import particles, preposition
from extract.grammar.quoted import instead, opened_by_comma
from extract.grammar.repair import frames, words_of
from extract.grammar.reports import does_it, told_of_itself, trailed
from extract.grammar.sequels import put_out_before
from extract.grammar.standing import standing
from extract.grammar.voice import is_passive, lemma

__all__ = [
    "MANDATIVE",
    "ORDINALS",
    "Frame",
    "by_phrase",
    "carried",
    "clause_tokens",
    "coordinated",
    "does_it",
    "echo",
    "frames",
    "governing_verb",
    "habitual",
    "infinitive",
    "inserted",
    "instead",
    "is_passive",
    "lemma",
    "link",
    "looks_back",
    "noun_frame",
    "obliques",
    "opened_by_comma",
    "own_subjects",
    "parted_subject",
    "particles",
    "pluperfect",
    "preposition",
    "put_out_before",
    "repeated",
    "retag",
    "same",
    "spoken_about",
    "standing",
    "status",
    "subjects",
    "subjunctive",
    "told_beside",
    "told_of_itself",
    "trailed",
    "tried",
    "verb_frame",
    "words_of",
]
