"""Stories as Plotly figures: pure functions of a story and a width, with nothing of the dashboard in them."""

from .bars import bars
from .calendar import calendar
from .clock import clock
from .compare import comparison
from .dark import dark
from .describing import describe
from .doers import doers
from .ladder import ladder
from .marks import blank
from .matrix import matrix
from .network import network
from .slope import slope
from .strips import strips
from .timeline import timeline

__all__ = [
    "bars",
    "blank",
    "calendar",
    "clock",
    "comparison",
    "dark",
    "describe",
    "doers",
    "ladder",
    "matrix",
    "network",
    "slope",
    "strips",
    "timeline",
]
