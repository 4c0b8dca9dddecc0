"use strict";
// The calendar of the axis: years before Christ too, and any length of time down to a minute.
const ticks = (() => {
  const DAY = 86400;
  // Howard Hinnant's calendar formulas: days since 1970 and the proleptic Gregorian date.
  function civil(days) {
    const shifted = days + 719468, era = Math.floor(shifted / 146097), rest = shifted - era * 146097;
    const year = Math.floor((rest - Math.floor(rest / 1460) + Math.floor(rest / 36524) - Math.floor(rest / 146096)) / 365);
    const ofYear = rest - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
    const month = Math.floor((5 * ofYear + 2) / 153), day = ofYear - Math.floor((153 * month + 2) / 5) + 1;
    return month < 10 ? [era * 400 + year, month + 3, day] : [era * 400 + year + 1, month - 9, day];
  }
  function days(year, month, day) {
    const shifted = month <= 2 ? year - 1 : year, moved = month <= 2 ? month + 12 : month;
    const era = Math.floor(shifted / 400), rest = shifted - era * 400;
    const ofYear = Math.floor((153 * (moved - 3) + 2) / 5) + day - 1;
    return era * 146097 + rest * 365 + Math.floor(rest / 4) - Math.floor(rest / 100) + ofYear - 719468;
  }
  const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  function yearName(year) {
    const count = Math.abs(year > 0 ? year : year - 1);
    const shown = count >= 1e6 ? `${count / 1e6} million` : count > 9999 ? count.toLocaleString("en") : String(count);
    return year > 0 ? shown : `${shown} BC`;
  }
  // The marks of the axis: seconds and words, at least 70 pixels apart.
  return function ticks(start, perPixel, width) {
    const stop = start + width * perPixel, gap = 70 * perPixel, marks = [];
    const [firstYear] = civil(Math.floor(start / DAY));
    if (gap > 300 * DAY) {
      const years = gap / (365.2425 * DAY), power = 10 ** Math.floor(Math.log10(years));
      const step = Math.max(1, [1, 2, 5, 10].find((n) => n * power >= years) * power);
      for (let year = Math.floor(firstYear / step) * step; marks.length < 200; year += step) {
        // Without a year 0, round years before Christ stand one year later: 800 BC is -799.
        const shown = year <= 0 && step > 1 ? year + 1 : year, at = days(shown, 1, 1) * DAY;
        if (at > stop) break;
        marks.push([at, shown === 1 ? "AD 1" : yearName(shown)]);
      }
    } else if (gap > 20 * DAY) {
      const step = [1, 2, 3, 6, 12].find((n) => n * 30 * DAY >= gap) || 12;
      for (let month = 0; marks.length < 200; month += step) {
        const year = firstYear + Math.floor(month / 12), at = days(year, (month % 12) + 1, 1) * DAY;
        if (at > stop) break;
        marks.push([at, month % 12 ? MONTHS[month % 12] : yearName(year)]);
      }
    } else {
      const steps = [60, 300, 900, 3600, 10800, 21600, 43200, DAY, 2 * DAY, 5 * DAY, 7 * DAY, 14 * DAY, 28 * DAY];
      const step = steps.find((n) => n >= gap) || 28 * DAY;
      for (let at = Math.ceil(start / step) * step; at <= stop && marks.length < 200; at += step) {
        const [year, month, day] = civil(Math.floor(at / DAY)), rest = at - Math.floor(at / DAY) * DAY;
        const clock = `${String(Math.floor(rest / 3600)).padStart(2, "0")}:${String(Math.floor(rest / 60) % 60).padStart(2, "0")}`;
        marks.push([at, rest ? clock : `${day} ${MONTHS[month - 1]}${month === 1 || marks.length === 0 ? " " + yearName(year) : ""}`]);
      }
    }
    return marks;
  };
})();
