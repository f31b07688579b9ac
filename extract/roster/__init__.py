"""A roster: who held which office or seat, for which party, from when until when. Read from a CSV or from Popolo JSON.

It knows nothing of articles; `extract.rollcall` says whom of it an article can mean.
"""

from extract.roster.holdings import FROM_ROSTER, Holding, Roster, Unusable
from extract.roster.reading import read

__all__ = ["FROM_ROSTER", "Holding", "Roster", "Unusable", "read"]
