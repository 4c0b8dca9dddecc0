"use strict";
// The timeline above the list of events: drawn from the list itself, so nothing is said twice.
(() => {
  const DAY = 86400, NS = "http://www.w3.org/2000/svg", ROW = 20, AXIS = 26;
  const svg = document.getElementById("canvas"), search = document.getElementById("search");
  const found = document.getElementById("found");
  const articles = [...document.querySelectorAll("article")];
  const events = articles.map((element) => ({
    element,
    first: Number(element.dataset.first), from: Number(element.dataset.from),
    until: Number(element.dataset.until), last: Number(element.dataset.last),
    dated: "first" in element.dataset,
    track: Number(element.dataset.track), colour: element.style.getPropertyValue("--colour"),
    title: element.querySelector("h3").textContent,
    words: element.textContent.toLocaleLowerCase(), isShown: true,
  }));
  const tracks = JSON.parse(document.getElementById("tracks").textContent);
  const known = events.filter((event) => event.dated);
  // So many events move smoothly only in fewer rows.
  const MOST_ROWS = known.length > 1500 ? 7 : 14;
  const FAR = 5e17;
  const ends = known.flatMap((event) => [event.first, event.last]).filter((end) => Math.abs(end) < FAR);
  const least = ends.reduce((a, b) => Math.min(a, b), Infinity);
  const most = ends.reduce((a, b) => Math.max(a, b), -Infinity);
  let start, perPixel, chosen = null, width = 800, isDue = false;

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
  function ticks() {
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
  }
  function draw(name, attributes, parent, words) {
    const made = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (words !== undefined) made.textContent = words;
    parent.append(made);
    return made;
  }
  const place = (seconds) => Math.max(-50, Math.min(width + 50, (seconds - start) / perPixel));

  // Each event has the first row of its track in which bar and label find room.
  function arranged(track) {
    const rows = [], stop = start + width * perPixel, set = [];
    let crowd = 0, covered = -Infinity;
    for (const event of known) {
      if (event.track !== track || !event.isShown || event.last < start || event.first > stop) continue;
      const left = place(event.first), right = Math.max(place(event.last), left + 6);
      const room = Math.min(event.title.length, 48) * 6.6 + 14, isInside = right - left > room;
      const isBefore = !isInside && right + room > width && left > room;
      let row = rows.findIndex((end) => end <= (isBefore ? left - room : left));
      if (row < 0 && rows.length < MOST_ROWS) row = rows.push(-100) - 1;
      const hasLabel = row >= 0;
      if (row < 0) row = MOST_ROWS;
      if (!hasLabel) {
        crowd += 1;
        // A bar that others hide altogether is not worth drawing.
        if (right <= covered + 2) continue;
        covered = right;
      }
      if (hasLabel) rows[row] = Math.max(rows[row], hasLabel && !isInside && !isBefore ? right + room : right);
      set.push({ event, row, left, right, hasLabel, isInside, isBefore });
    }
    return [set, Math.max(crowd ? MOST_ROWS + 1 : rows.length, 1), crowd];
  }
  const meant = new WeakMap();
  svg.addEventListener("click", (click) => {
    const event = meant.get(click.target.closest("g.mark"));
    if (event) choose(event);
  });
  function paint() {
    isDue = false;
    width = svg.clientWidth || 800;
    svg.replaceChildren();
    const hatch = draw("pattern", { id: "hatch", width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, draw("defs", {}, svg));
    draw("rect", { width: 2, height: 5, fill: "var(--canvas)" }, hatch);
    const grid = draw("g", {}, svg);
    let top = AXIS;
    tracks.forEach((name, track) => {
      if (!known.some((event) => event.track === track && event.isShown)) return;
      const [set, rows, crowd] = arranged(track);
      draw("text", { x: 8, y: top + 13, class: "name" }, svg, crowd ? `${name} · ${crowd} without words: zoom in` : name);
      for (const bar of set) paintBar(bar, top + 18 + bar.row * ROW);
      top += 18 + rows * ROW + 6;
      draw("line", { x1: 0, x2: width, y1: top - 2, y2: top - 2, class: "grid" }, grid);
    });
    for (const [at, words] of ticks()) {
      const x = place(at);
      draw("line", { x1: x, x2: x, y1: 0, y2: top, class: "grid" }, grid);
      draw("text", { x: x + 4, y: 16, class: "tick" }, svg, words);
    }
    svg.setAttribute("height", top + 4);
    svg.setAttribute("viewBox", `0 0 ${width} ${top + 4}`);
  }
  function paintBar({ event, left, right, hasLabel, isInside, isBefore }, y) {
    const group = draw("g", { class: event === chosen ? "mark chosen" : "mark" }, svg);
    const look = { y, height: 14, rx: 3, fill: event.colour };
    draw("rect", { ...look, x: left, width: right - left, class: "outer", opacity: 0.75 }, group);
    const isSure = event.from === event.first && event.until === event.last;
    if (!isSure) {
      draw("rect", { ...look, x: left, width: right - left, fill: "url(#hatch)" }, group);
      const from = place(event.from), until = place(event.until);
      if (until > from) draw("rect", { ...look, x: from, width: until - from, class: "core" }, group);
    }
    if (hasLabel) {
      const words = event.title.length > 48 ? event.title.slice(0, 47) + "…" : event.title;
      const at = isInside ? Math.max(left, 0) + 5 : isBefore ? left - 5 : right + 5;
      const text = draw("text", { x: at, y: y + 11, "text-anchor": isBefore ? "end" : "start" }, group, words);
      if (isInside) text.setAttribute("style", `fill: ${inkOn(event.colour)}`);
    }
    draw("title", {}, group, `${event.element.querySelector(".when").textContent}: ${event.title}`);
    meant.set(group, event);
  }
  // Black or white, whichever is read better on a colour.
  function inkOn(colour) {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
    return red * 0.3 + green * 0.59 + blue * 0.11 > 140 ? "#111" : "#fff";
  }
  function paintSoon() {
    if (!isDue) { isDue = true; requestAnimationFrame(paint); }
  }
  function choose(event) {
    if (chosen) chosen.element.classList.remove("chosen");
    chosen = event;
    event.element.classList.add("chosen");
    event.element.focus({ preventScroll: true });
    event.element.scrollIntoView({ block: "center" });
    paintSoon();
  }
  function showAll() {
    width = svg.clientWidth || 800;
    const span = Math.max(most - least, 60) * 1.1;
    perPixel = span / width;
    start = least - span * 0.03;
    paintSoon();
  }
  function zoom(factor, x = width / 2) {
    const fresh = Math.max(0.5, Math.min(1e15, perPixel * factor));
    start += x * (perPixel - fresh);
    perPixel = fresh;
    paintSoon();
  }
  function pan(pixels) { start += pixels * perPixel; paintSoon(); }

  function filter() {
    const words = search.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    for (const event of events) {
      event.isShown = words.every((word) => event.words.includes(word));
      if (event.element.hidden === event.isShown) event.element.hidden = !event.isShown;
    }
    for (const section of document.querySelectorAll("main section")) section.hidden = !section.querySelector("article:not([hidden])");
    const number = events.filter((event) => event.isShown).length;
    found.textContent = words.length ? `${number} of ${events.length}` : "";
    paintSoon();
  }
  function step(by) {
    const shown = events.filter((event) => event.isShown);
    const next = shown[Math.max(0, Math.min(shown.length - 1, shown.indexOf(chosen) + by))];
    if (!next) return;
    choose(next);
    const x = place(next.first);
    if (next.dated && (x < 20 || x > width - 20)) { start = next.first - (width / 3) * perPixel; paintSoon(); }
  }
  const KEYS = {
    ArrowLeft: () => pan(-80), ArrowRight: () => pan(80), "+": () => zoom(0.7), "=": () => zoom(0.7), "-": () => zoom(1 / 0.7),
    0: showAll, ArrowUp: () => step(-1), ArrowDown: () => step(1), Home: () => { start = least - 20 * perPixel; paintSoon(); },
    End: () => { start = most - (width - 20) * perPixel; paintSoon(); },
  };
  svg.addEventListener("keydown", (event) => {
    const act = event.ctrlKey || event.altKey || event.metaKey ? null : KEYS[event.key];
    if (act) { event.preventDefault(); act(); if (event.key.startsWith("ArrowU") || event.key.startsWith("ArrowD")) svg.focus(); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && event.target !== search) { event.preventDefault(); search.focus(); }
    if (event.key === "Escape" && event.target === search) { search.value = ""; filter(); }
  });
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && Math.abs(event.deltaY) > Math.abs(event.deltaX) && !event.shiftKey && document.activeElement !== svg) return;
    event.preventDefault();
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) pan(event.deltaX || event.deltaY);
    else zoom(1.0015 ** event.deltaY, event.offsetX);
  }, { passive: false });
  // Two fingers zoom, one drags; a mouse that has not moved has clicked.
  const fingers = new Map();
  svg.addEventListener("pointerdown", (event) => { fingers.set(event.pointerId, event.clientX); });
  svg.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId) || !event.buttons) return;
    const before = fingers.get(event.pointerId), others = [...fingers.entries()].filter(([id]) => id !== event.pointerId);
    if (Math.abs(event.clientX - before) > 3 && !svg.hasPointerCapture(event.pointerId)) svg.setPointerCapture(event.pointerId);
    if (others.length) {
      const other = others[0][1], gap = Math.max(10, Math.abs(event.clientX - other));
      zoom(Math.max(10, Math.abs(before - other)) / gap, (event.clientX + other) / 2 - svg.getBoundingClientRect().left);
    } else pan(before - event.clientX);
    fingers.set(event.pointerId, event.clientX);
  });
  for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) svg.addEventListener(end, (event) => fingers.delete(event.pointerId));
  document.getElementById("in").addEventListener("click", () => zoom(0.6));
  document.getElementById("out").addEventListener("click", () => zoom(1 / 0.6));
  document.getElementById("all").addEventListener("click", showAll);
  search.addEventListener("input", filter);
  for (const event of events) event.element.addEventListener("focus", () => { if (chosen !== event) { chosen?.element.classList.remove("chosen"); chosen = event; event.element.classList.add("chosen"); paintSoon(); } });
  window.addEventListener("resize", paintSoon);
  document.getElementById("tools").hidden = false;
  document.getElementById("timeline").hidden = known.length === 0;
  if (known.length) showAll(); else { start = 0; perPixel = DAY; }
})();
