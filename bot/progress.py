"""Show at a terminal how far a long work is."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

FALLBACK = (80, 24)


@contextmanager
def progress(total: int, label: str) -> Iterator[Callable[[], None]]:
    """Give what counts one more as done, shown as a bar on stderr; nothing where that is no terminal.

    The keyboard is left alone, so Ctrl-C and what is typed ahead go where they always go.
    """
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from prompt_toolkit.data_structures import Size  # noqa: PLC0415 only at a terminal
    from prompt_toolkit.input import create_pipe_input  # noqa: PLC0415
    from prompt_toolkit.output.vt100 import Vt100_Output  # noqa: PLC0415
    from prompt_toolkit.shortcuts import ProgressBar  # noqa: PLC0415
    from prompt_toolkit.shortcuts.progress_bar import formatters  # noqa: PLC0415

    def size() -> Size:
        try:
            columns, rows = os.get_terminal_size(sys.stderr.fileno())
        except OSError:
            columns, rows = FALLBACK
        return Size(rows=rows or FALLBACK[1], columns=columns or FALLBACK[0])

    parts = [
        *(formatters.Label(), formatters.Text(" "), formatters.Bar(), formatters.Text(" ")),
        *(formatters.Progress(), formatters.Text("  còn "), formatters.TimeLeft()),
    ]
    output = Vt100_Output(sys.stderr, size, term=os.environ.get("TERM"), enable_cpr=False)
    with create_pipe_input() as keyboard, ProgressBar(formatters=parts, input=keyboard, output=output) as bar:
        counter = bar(range(total), label=label)
        yield counter.item_completed
