"""The bar of a long run, for who watches it: units done, time left, and what the processes are at. Loaded where it is drawn."""

from typing import TYPE_CHECKING

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

if TYPE_CHECKING:
    from rich.console import Console

    from asn_nilai.alur.proses.papan import Papan


class _Langkah(ProgressColumn):
    """What the first of the processes are at: a large unit moves, too."""

    def __init__(self, papan: "Papan") -> None:
        super().__init__()
        self._papan = papan

    def render(self, task: Task) -> Text:  # noqa: ARG002 - rich's own
        """Return their lines as one."""
        return Text(" · ".join(self._papan.baca()[:2]), no_wrap=True, overflow="ellipsis")


def susun_batang(konsol: "Console", papan: "Papan") -> Progress:
    """Return the bar; it goes from the screen when all is done."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("unit · sisa"),
        TimeRemainingColumn(compact=True),
        _Langkah(papan),
        console=konsol,
        transient=True,
    )
