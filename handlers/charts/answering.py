"""Answer with pictures: statuses of a report, one target over time, tasks by unit."""

from __future__ import annotations

import re

from handlers import pages, show
from handlers.charts import making
from handlers.charts.model import Chart
from handlers.charts.process import drawn
from handlers.chat import Attachment, Choice, Reply, Request
from handlers.codes import parse_code
from handlers.context import Arguments, Context
from handlers.errors import Mistake
from handlers.find import report_asked_for
from handlers.overtime.compare import MOST_ASKED, series_asked_for, series_of_code
from handlers.pages import Choices
from handlers.richtext import bold, join, shorten
from reports.folding import fold
from storage import pictures, series
from storage.series import Series

REPORTS = 12
"""Reports that a picture of one target shows: the newest."""
CAPTION = 700
"""Characters of the words beside a picture: Telegram takes 1,024 in all."""
_UNITS = re.compile(r"(?:theo )?(?:cac )?(?:don vi|unit|units)\s*(\d{0,9})")


async def chart(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer `/chart [N]`, `/chart NAME`, `/chart CODE` and `/chart đơn vị [N]`."""
    words = shorten(arguments, MOST_ASKED)
    if match := _UNITS.fullmatch(" ".join(fold(words).split())):
        stored = await report_asked_for(context, match[1], "chart")
        drawing = making.by_unit(stored.id, stored.report, context.texts)
        return await _picture(context, drawing, ((pages.open_choice(stored.id, context.texts),),))
    if not words or words.isdecimal():
        stored = await report_asked_for(context, words, "chart")
        drawing = making.statuses(stored.id, stored.report, context.texts)
        return await _picture(context, drawing, ((pages.open_choice(stored.id, context.texts),),))
    item = parse_code(words)
    found = (
        await series_of_code(context, item)
        if item and item.ordinal is not None
        else await series_asked_for(context, words, "draw {id}")
    )
    return found if isinstance(found, Reply) else await _of_series(context, found)


async def draw_series(request: Request, context: Context, arguments: Arguments) -> Reply:
    """Answer a button: the picture of series S."""
    number = pages.page_of(arguments.split(), 0)
    (found,) = await series.describe(context.session, [number], limit=1) or (None,)
    if found is None:
        raise Mistake("error.old_button")
    return await _of_series(context, found)


async def _of_series(context: Context, one: Series) -> Reply:
    told = await series.told(context.session, one.id, limit=REPORTS)
    drawing = making.over_time(one, told, context.texts)
    # without a page: a text cannot take the place of a picture
    words = Choice(context.texts("button.words"), f"series {one.id}")
    return await _picture(context, drawing, ((words, pages.open_choice(one.report, context.texts)),))


async def _picture(context: Context, drawing: Chart, choices: Choices) -> Reply:
    """Answer with the picture, and with what it shows in words."""
    png = await pictures.find(context.session, drawing.key)
    if png is None:
        png = await drawn(drawing)
        if png:
            await pictures.keep(context.session, drawing.key, png, context.now)
    caption = join(
        [
            join([bold(shorten(drawing.title, 120)), shorten(drawing.about, 120)]),
            making.in_words(drawing, CAPTION - 250),
            "" if png else context.texts("chart.not_drawn"),
            show.as_of(context),
        ],
        "\n\n",
    )
    files = (Attachment(f"bieu-do-{drawing.key[:8]}.png", png, picture=True),) if png else ()
    return Reply(caption, choices, files)
