"""Stories as Plotly figures: pure functions of a story and a width, with nothing of the dashboard in them."""

from .calendar import calendar
from .compare import comparison
from .dark import dark
from .describing import describe
from .doers import doers
from .ladder import ladder
from .marks import blank
from .network import network
from .slope import slope
from .timeline import timeline

__all__ = ["blank", "calendar", "comparison", "dark", "describe", "doers", "ladder", "network", "slope", "timeline"]
