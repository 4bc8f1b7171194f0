"""A date or a moment in; the text that readers see, or the machine form, out."""

from datetime import date, datetime

from .dates import VIETNAM, parse_content_date

# CLDR patterns, given to Babel by hand: its `vi` defaults put the time first and shorten the
# month to "thg", and Pelican's own way (the host's locale) prints English where none is installed.
_OF_DATE = {
    "full": "EEEE, d/M/y",
    "full_time": "EEEE, d/M/y",
    "long": "'ngày' d 'tháng' M 'năm' y",
    "month": "LLLL 'năm' y",
    "year": "y",
    "day": "d",
}
_OF_MOMENT = {**_OF_DATE, "full_time": "EEEE, d/M/y, HH:mm"}
# What is figures alone needs no CLDR, and stands on every page some times.
_FIGURES = {
    "date": "{0.day:02}/{0.month:02}/{0.year}",
    "stamp": "{0.day:02}/{0.month:02}/{0.year}",
    "short": "{0.day}/{0.month}/{0.year}",
}


def format_date(value: date | datetime | str, style: str) -> str:
    """Return `value` (a date, a datetime, or the text of one as records hold it) in `style`.

    `stamp` 31/07/2020 09:54 · `date` 31/07/2020 · `short` 31/7/2020 · `full` Thứ Sáu, 31/7/2020 ·
    `full_time` Thứ Sáu, 31/7/2020, 09:54 · `official_long` ngày 07 tháng 4 năm 2014 · `long` ngày
    7 tháng 4 năm 2014 · `month` Tháng 7 năm 2020 · `year` · `day` · `time` 09:54 · `iso`.
    Moments are shown in Vietnam's time; one without a zone is taken as Vietnam's. A date without a
    time prints none (`time` gives ""). Raises ValueError for another style. `official_long` is
    Decree 30/2020/NĐ-CP, Annex I: a 0 before days under 10 and before months 1 and 2.
    """
    value = _in_vietnam(value)
    if style == "iso":
        return value.isoformat()
    if style == "time":
        return _time(value)
    if figures := _FIGURES.get(style):
        moment = style == "stamp" and isinstance(value, datetime)
        return f"{figures.format(value)} {_time(value)}" if moment else figures.format(value)
    if style == "official_long":
        month = "MM" if value.month < 3 else "M"
        return _babel(value, f"'ngày' dd 'tháng' {month} 'năm' y")
    patterns = _OF_MOMENT if isinstance(value, datetime) else _OF_DATE
    if style not in patterns:
        raise ValueError(f"no such date style: {style!r}")
    return _babel(value, patterns[style])


def _in_vietnam(value: date | datetime | str) -> date | datetime:
    if isinstance(value, str):
        value = parse_content_date(value)
    if not isinstance(value, datetime):
        return value
    return value.astimezone(VIETNAM) if value.tzinfo else value.replace(tzinfo=VIETNAM)


def _time(value: date | datetime) -> str:
    return value.time().isoformat("minutes") if isinstance(value, datetime) else ""


def _babel(value: date | datetime, pattern: str) -> str:
    from babel import dates  # late: importing this package must stay cheap

    if isinstance(value, datetime):
        return dates.format_datetime(value, pattern, tzinfo=VIETNAM, locale="vi")
    return dates.format_date(value, pattern, locale="vi")
