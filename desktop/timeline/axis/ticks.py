"""Calendar ticks at two levels, from seconds to aeons, so chosen that no label meets another."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import inf

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.axis.tick_words import major_words, minor_words, upper_words
from desktop.timeline.axis.units import Kind, Unit
from desktop.when.calendar import DAY, HOUR

GAP = 12  # pixels of a tick that its label does not have to itself
LEAST_LINE = 6  # pixels between lines without a label
NIGHT = (20 * HOUR, 30 * HOUR)  # of a day's seconds, until six of the next morning
LEAST_SHADED = 7  # pixels of a day from which week-ends are told
LEAST_NIGHT = 64  # pixels of a day from which nights are told

_SAMPLE_WEEK = 1_732_492_800 - 4 * DAY  # 21 to 27 November 2024: every weekday, two digits

Width = Callable[[str], float]
Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line at `x`, with its label from there to the right; "" for none."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Level:
    """Which units are told at one closeness; `has_minor_labels` False draws bare lines."""

    minor: Unit
    major: Unit
    upper: Unit | None
    has_minor_labels: bool = True


@dataclass(frozen=True, slots=True)
class Ticks:
    """The axis: `upper` above, `major` and `minor` below on one line; minor ones skip the major.

    The first of `upper` is pulled to x = 0 as long as its stretch is in view.
    """

    level: Level
    upper: tuple[Tick, ...]
    major: tuple[Tick, ...]
    minor: tuple[Tick, ...]

    @property
    def names(self) -> tuple[str, str, str]:
        """What the three count in: `units.Kind` values, "" above everything."""
        upper = self.level.upper
        kinds = (self.level.major.kind.value, self.level.minor.kind.value)
        return ("" if upper is None else upper.kind.value, *kinds)


def _levels() -> list[Level]:
    day, month, year = Unit(Kind.DAY), Unit(Kind.MONTH), Unit(Kind.YEAR)
    minute, hour, ten = Unit(Kind.MINUTE), Unit(Kind.HOUR), Unit(Kind.YEAR, 10)
    hundred, thousand = Unit(Kind.YEAR, 100), Unit(Kind.YEAR, 1000)
    levels = [Level(Unit(Kind.SECOND, step), minute, day) for step in (1, 5, 10, 15, 30)]
    levels += [Level(Unit(Kind.MINUTE, step), hour, day) for step in (1, 5, 10, 15, 30)]
    levels += [Level(Unit(Kind.HOUR, step), day, month) for step in (1, 2, 3, 6, 12)]
    levels += [
        Level(Unit(Kind.HOUR, 6), day, month, has_minor_labels=False),
        Level(day, month, year),
        Level(Unit(Kind.WEEK), month, year),
        Level(month, year, ten),
        Level(Unit(Kind.MONTH, 3), year, ten),
        Level(year, ten, hundred),
        Level(Unit(Kind.YEAR, 2), ten, hundred),
        Level(Unit(Kind.YEAR, 5), ten, hundred),
        Level(ten, hundred, thousand),
        Level(Unit(Kind.YEAR, 20), hundred, thousand),
        Level(Unit(Kind.YEAR, 50), hundred, thousand),
        Level(hundred, thousand, None),
    ]
    for power in range(2, 11):
        step = 10**power
        if power > 2:
            levels.append(Level(Unit(Kind.YEAR, step), Unit(Kind.YEAR, 10 * step), None))
        levels += [
            Level(Unit(Kind.YEAR, some * step), Unit(Kind.YEAR, 10 * step), None) for some in (2, 5)
        ]
    return levels


@lru_cache(maxsize=1)
def levels() -> tuple[Level, ...]:
    """Every level, the closest first."""
    return tuple(_levels())


def make_ticks(scale: TimeScale, width: Width) -> Ticks:
    """The finest level whose labels have room; `width` gives a label's pixels, bold or not."""
    for level in levels():
        least = GAP if level.has_minor_labels else LEAST_LINE
        if level.minor.size / scale.per_pixel < least:
            continue
        ticks = _ticks(scale, level, width)
        if ticks is not None:
            return ticks
    level = levels()[-1]
    return Ticks(level, (), _major_ticks(scale, level, width), ())


def _ticks(scale: TimeScale, level: Level, width: Width) -> Ticks | None:
    """The ticks of a level, None where too many of its labels would meet."""
    for unit, words, is_told in (
        (level.minor, minor_words, level.has_minor_labels),
        (level.major, major_words, True),
    ):
        if is_told and _widest(scale, unit, words, width) + GAP > unit.size / scale.per_pixel:
            return None
    major = _major_ticks(scale, level, width)
    minor = _apart(_minor_ticks(scale, level), major, width)
    bare = sum(not tick.label for tick in minor)
    if level.has_minor_labels and bare * 5 > len(minor) * 3 and len(minor) > 12:
        return None
    return Ticks(level, _upper_ticks(scale, level, major, width), major, minor)


def _widest(scale: TimeScale, unit: Unit, words: Callable[[Unit, int], str], width: Width) -> float:
    """The widest label that a unit can have near here: the same at each place of one year.

    So the level does not change while one pans.
    """
    if unit.kind is Kind.YEAR:
        ends = (round(scale.start), round(scale.stop))
        return max(width(words(unit, unit.start_of(unit.number_at(end)))) for end in ends)
    return max(width(label) for label in _samples(unit, words))


@lru_cache(maxsize=64)
def _samples(unit: Unit, words: Callable[[Unit, int], str]) -> tuple[str, ...]:
    """The labels that a month or a shorter unit can have."""
    if unit.kind is Kind.MONTH:
        starts = [Unit(Kind.MONTH).start_of(number) for number in range(12)]
    else:
        starts = [_SAMPLE_WEEK + number * DAY for number in range(7)]
    return tuple(words(unit, start) for start in starts)


def _reach(scale: TimeScale, unit: Unit) -> tuple[int, int]:
    """The seconds from which labels can reach into the picture, and where it ends."""
    return round(scale.start - unit.size), round(scale.stop) + 1


def _minor_ticks(scale: TimeScale, level: Level) -> list[Tick]:
    unit = level.minor
    starts = unit.starts(*_reach(scale, unit))
    if not level.has_minor_labels:
        return [Tick(scale.x(start), "") for start in starts]
    return [Tick(scale.x(start), minor_words(unit, start)) for start in starts]


def _major_ticks(scale: TimeScale, level: Level, width: Width) -> tuple[Tick, ...]:
    unit = level.major
    starts = unit.starts(*_reach(scale, unit))
    made = [Tick(scale.x(start), major_words(unit, start)) for start in starts]
    begun = [tick for tick in made if tick.x <= 0][-1:]  # the stretch in which the picture begins
    return tuple(tick for tick in made if tick.x + width(tick.label) > -GAP or tick in begun)


def _upper_ticks(
    scale: TimeScale, level: Level, major: Sequence[Tick], width: Width
) -> tuple[Tick, ...]:
    unit = level.upper
    if unit is None:
        return ()
    starts = list(unit.starts(round(scale.start), round(scale.stop) + 1))
    made = [Tick(max(0.0, scale.x(start)), upper_words(unit, start)) for start in starts]
    if _lacks(scale, level, major):
        made[0] = Tick(made[0].x, upper_words(level.major, starts_at(level.major, scale.start)))
    kept: list[Tick] = []
    for tick in reversed(made):  # the one that is leaving gives way to the one that comes in
        if not kept or tick.x + width(tick.label) + GAP <= kept[-1].x:
            kept.append(tick)
    return tuple(reversed(kept))


def _lacks(scale: TimeScale, level: Level, major: Sequence[Tick]) -> bool:
    """True where nothing below would tell the day, month or year of the left half."""
    if level.major.kind is Kind.HOUR or level.major.step > 1:
        return False
    return not any(0 <= tick.x < scale.width / 2 for tick in major)


def names_a_stretch(unit: Unit) -> bool:
    """True for days, months and years: their labels hold as long as they last, unlike 06:00."""
    return unit.kind in (Kind.DAY, Kind.WEEK, Kind.MONTH, Kind.YEAR) and unit.step == 1


def starts_at(unit: Unit, instant: float) -> int:
    """The start of the unit in which a second lies."""
    return unit.start_of(unit.number_at(round(instant)))


def _apart(minor: list[Tick], major: Sequence[Tick], width: Width) -> tuple[Tick, ...]:
    """The minor ticks without those on a major one, bare where the labels would meet."""
    starts = [tick.x for tick in major]
    # How far the labels reach of all that begin before a place.
    reaches = [-inf, *accumulate((tick.x + width(tick.label) + GAP for tick in major), max)]
    kept = []
    for tick in minor:
        near = bisect_left(starts, tick.x - 1)
        if any(abs(tick.x - start) < 1 for start in starts[near : near + 2]):
            continue
        stop = tick.x + width(tick.label) + GAP if tick.label else tick.x
        is_free = reaches[bisect_left(starts, stop)] <= tick.x
        kept.append(tick if is_free else Tick(tick.x, ""))
    return tuple(kept)


def week_ends(scale: TimeScale) -> list[Stretch]:
    """Where Saturdays and Sundays begin and end in pixels; none where a day is too narrow."""
    if DAY / scale.per_pixel < LEAST_SHADED:
        return []
    week = Unit(Kind.WEEK)
    mondays = week.starts(round(scale.start), round(scale.stop))
    return [(scale.x(start + 5 * DAY), scale.x(start + 7 * DAY)) for start in mondays]


def nights(scale: TimeScale) -> list[Stretch]:
    """Where the hours from 20 to 6 begin and end in pixels; none where a day is too narrow.

    Nights are told where hours are, and week-ends then too.
    """
    if DAY / scale.per_pixel < LEAST_NIGHT or scale.span < HOUR:
        return []
    days = Unit(Kind.DAY).starts(round(scale.start) - DAY, round(scale.stop) + 1)
    return [(scale.x(start + NIGHT[0]), scale.x(start + NIGHT[1])) for start in days]
