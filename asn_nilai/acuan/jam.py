"""The one clock: what hour and what day it is on this computer, in its zone. Whoever lets it stand still does so here."""

from datetime import datetime


def kini() -> datetime:
    """Return the hour of this computer, with its zone."""
    return datetime.now().astimezone()


def saat_kini() -> str:
    """Return the hour as registers note it: ISO 8601 to the second, with the distance of the zone."""
    return kini().isoformat(timespec="seconds")
