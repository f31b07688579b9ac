"""The parser's labels and the verbs whose grammar is special: Universal Dependencies v2, named by what they do."""

from __future__ import annotations

SUBJECT = {"nsubj", "nsubj:outer", "csubj"}
PASSIVE_SUBJECT = {"nsubj:pass", "csubj:pass"}
OBJECT = {"obj", "dobj"}
OBLIQUE = {"obl", "obl:agent", "obl:unmarked", "nmod", "obl:tmod", "nmod:unmarked", "nmod:desc", "obl:npmod"}
CLAUSE = {"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "advcl:relcl", "parataxis", "conj", "csubj", "csubj:pass"}
PARTICLES = {
    "out",
    "off",
    "down",
    "up",
    "away",
    "aside",
    "back",
    "over",
    "in",
    "through",
    "apart",
    "on",
    "into",
    "across",
    "around",
    "round",
    "from",
}
# Verbs behind which a participle is passive: "got him *ejected*", "ended up *ejected*".
CAUSATIVE = {"have", "get"}
RESULTING = CAUSATIVE | {"see", "find", "end", "want", "leave", "order", "need", "like", "prefer", "watch", "demand", "keep"}
REFLEXIVE = {"himself", "herself", "themselves", "itself"}
BE = {"am", "is", "are", "was", "were", "be", "been", "being"}
RELATIVE = {"who", "that", "which", "whom"}
# Verbs whose object, not whose subject, does what their infinitive says: "ordered *him* to leave".
OBJECT_CONTROL = set(
    "ask tell order force make let urge beg want allow instruct direct command require invite advise warn compel "
    "request see hear watch get have help encourage lead prompt cause expect permit oblige challenge dare press call "
    "remind persuade accuse stop prevent".split()
)
# Verbs that only carry an event noun: "staged a walkout"; those of the second row make their subject suffer it: "faced heckling".
LIGHT = set(
    "stage make give launch mount lead raise deliver issue unleash go begin start hold join have take give move stag level "
    "direct aim let do throw utter hurl offer lodge register voice put table file bring rise continue repeat initiate "
    "conduct perform open fire resume call interpose pursue submit threaten plan consider contemplate promise prepare "
    "tender render".split()
)
# Motions that nobody is the object of: a form of theirs behind a noun is no participle: "around a dozen members *trooped* in".
MOVING = set(
    "troop rush storm march stream pour clamber climb leap jump stalk stride flounce hurry race sprint surge erupt".split()
)
# What a noise does to a speech: "was *met* with jeers", "was *drowned out* by boos".
GREETED = set(
    "meet greet drown receive interrupt welcome silence stop disrupt punctuate pepper assail pelt bombard cut hail mark "
    "accompany follow shout answer halt delay disturb jolt rock lace hit".split()
)
LIGHT_PASSIVE = set("face suffer receive draw get endure attract meet earn undergo come avoid escape risk dodge evade".split())
# Conjunctions that only finite clauses take: what follows them has a subject of its own.
FINITE_MARKS = {"after", "as", "because", "before", "that", "while", "when", "since", "until"}
# Those that make a clause tell when or why, never what was said.
ADVERBIAL_MARKS = FINITE_MARKS - {"that"} | {"if", "unless", "once", "although", "though"}
# With a gerund these tell why or when the clause before them happened.
REASONS = {"for", "after", "before", "by", "while", "when", "over"}
# Verbs that only say where a noise comes from: "cries *came* from the benches".
SOUNDING = set("come rise erupt emanate issue ring fly go pour rain burst echo follow be".split())
# One of a row of people to whom it happened: "the *second* MP to be ejected".
ORDINAL = set("first second third fourth fifth sixth seventh eighth ninth tenth last latest only next".split())
GIVERS = {"by", "from", "of"}  # prepositions of who does what a noun says
SIDES = {"between", "among", "involving"}  # who stands behind these shares in it: "a scuffle *between Hale and Lind* broke out"
CARRIER = {"in", "during", "with", "on", "into", "to", "by", "for"}
MODALS = {"can", "could", "may", "might", "must", "shall", "should", "will", "would"}
HANDS = {"hands", "hand"}  # "at the hands of" says who does it
# What time is counted in.
TIMES = set("second minute hour day night week month year moment".split())
