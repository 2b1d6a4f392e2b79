"""Times as people say them."""

from __future__ import annotations

from datetime import datetime

from writer_assistant.gui.language import date, tr


def when(on: datetime, now: datetime | None = None) -> str:
    """Return a time with its day: today, yesterday, or the date; both have a time zone."""
    on = on.astimezone()
    now = now.astimezone() if now is not None else datetime.now().astimezone()
    days = (now.date() - on.date()).days
    if days == 0:
        day = tr("Today")
    elif days == 1:
        day = tr("Yesterday")
    else:
        day = date(on.date(), year=on.year != now.year)
    return f"{day}, {on:%H:%M}"
