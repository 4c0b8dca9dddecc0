// The timeline above the list of events: drawn from the list itself, so nothing is said twice.
(() => {
  const DAY = 86400, ROW = 20, BAR = 14, AXIS = 26, NAME = 18, GAP = 6, MOST_WORDS = 48, FAR = 5e17;
  const FONT = '12px "Noto Sans", system-ui, sans-serif';
  const canvas = document.getElementById("canvas"), pen = canvas.getContext("2d");
  const [search, found, said] = ["search", "found", "said"].map((id) => document.getElementById(id));
  const events = [...document.querySelectorAll("article")].map((element) => ({
    element, dated: "first" in element.dataset,
    first: Number(element.dataset.first), from: Number(element.dataset.from),
    until: Number(element.dataset.until), last: Number(element.dataset.last),
    track: Number(element.dataset.track), colour: element.style.getPropertyValue("--colour").trim(),
    title: element.querySelector("h3").textContent, words: "", isShown: true, label: "", room: 0,
  }));
  const byElement = new Map(events.map((event) => [event.element, event]));
  const tracks = JSON.parse(document.getElementById("tracks").textContent);
  const known = events.filter((event) => event.dated).sort((a, b) => a.first - b.first);
  const ends = known.flatMap((event) => [event.first, event.last]).filter((end) => Math.abs(end) < FAR);
  const least = ends.reduce((a, b) => Math.min(a, b), Infinity);
  const most = ends.reduce((a, b) => Math.max(a, b), -Infinity);
  let start = 0, perPixel = DAY, chosen = null, width = 800, height = 0, isDue = false;
  let looks = {}, hatch = null, lanes = [], arrangedAt = 0, hits = [], waiting = 0, moved = 0;

  // What the page's colours are now, light or dark, and the strokes over what is not certain.
  function look() {
    const style = getComputedStyle(document.documentElement), names = ["text", "muted", "line", "canvas"];
    looks = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
    const tile = document.createElement("canvas");
    tile.width = tile.height = 6;
    const strokes = tile.getContext("2d");
    strokes.strokeStyle = looks.canvas;
    strokes.lineWidth = 1.6;
    strokes.beginPath();
    for (const at of [-6, 0, 6]) { strokes.moveTo(at, 6); strokes.lineTo(at + 6, 0); }
    strokes.stroke();
    hatch = pen.createPattern(tile, "repeat");
  }
  function measure(event) {
    event.label = event.title.length > MOST_WORDS ? event.title.slice(0, MOST_WORDS - 1) + "…" : event.title;
    event.room = pen.measureText(event.label).width + 12;
  }
  // All rows that a few events need; of many so many that the tracks fill two thirds of the window.
  function mostRows(shown) {
    const room = (window.innerHeight * 0.65 - AXIS) / shown - NAME - GAP;
    return known.length < 300 ? 14 : Math.max(3, Math.min(14, Math.floor(room / ROW) - 1));
  }

  // Rows are found once for each doubling of the scale, so that none jumps while one moves: each
  // event has the first row of its track in which bar and label find room at the coarse end of it.
  function arrange() {
    const coarse = 2 ** Math.ceil(Math.log2(perPixel));
    if (coarse === arrangedAt) return;
    arrangedAt = coarse;
    const shown = tracks.map((_name, track) => known.filter((event) => event.track === track && event.isShown));
    const allowed = mostRows(shown.filter((lane) => lane.length).length || 1);
    let top = AXIS;
    pen.font = FONT;
    lanes = [];
    shown.forEach((lane, track) => {
      if (!lane.length) return;
      const [bars, crowd, rows] = seated(lane, coarse, allowed);
      lanes.push({ name: tracks[track], top, bars, crowd, rows });
      top += NAME + Math.max(rows + (crowd.length ? 1 : 0), 1) * ROW + GAP;
    });
    if (top + 4 !== height) resize(top + 4);
  }
  function seated(lane, coarse, allowed) {
    const rows = [], bars = [], crowd = [];
    for (const event of lane) {
      if (!event.label) measure(event);
      const right = Math.max(event.last, event.first + 6 * coarse), room = event.room * coarse;
      const isInside = event.until - event.from > room, edge = 0.05 * (most - least);
      const isBefore = !isInside && right + room > most + edge && event.first - room > least - edge;
      const from = isBefore ? event.first - room : event.first, to = isInside || isBefore ? right : right + room;
      let row = rows.findIndex((end) => end <= from);
      if (row < 0 && rows.length < allowed) row = rows.push(-Infinity) - 1;
      if (row < 0) crowd.push(event);
      else { rows[row] = to; bars.push({ event, row, from, to, isInside, isBefore }); }
    }
    return [bars, crowd, rows.length];
  }
  function resize(tall) {
    const ratio = window.devicePixelRatio || 1;
    height = tall;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.height = `${height}px`;
  }

  const place = (seconds) => Math.max(-50, Math.min(width + 50, (seconds - start) / perPixel));
  function paint() {
    isDue = false;
    arrange();
    const ratio = canvas.width / width, stop = start + width * perPixel;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintGround();
    const words = [];
    hits = [];
    for (const lane of lanes) {
      for (const bar of lane.bars) {
        if (bar.to < start || bar.from > stop) continue;
        const y = lane.top + NAME + bar.row * ROW, [left, right] = paintBar(bar.event, y);
        words.push([bar, left, right, y + 11]);
      }
      const count = paintCrowd(lane, stop);
      pen.fillStyle = looks.muted;
      pen.fillText(count ? `${lane.name} · ${count} without words: zoom in` : lane.name, 8, lane.top + 13);
    }
    paintWords(words);
  }
  function paintGround() {
    const marks = ticks(start, perPixel, width);
    pen.fillStyle = looks.canvas;
    pen.fillRect(0, 0, width, height);
    pen.fillStyle = looks.line;
    for (const [at] of marks) pen.fillRect(Math.round(place(at)), 0, 1, height);
    for (const { top } of lanes.slice(1)) pen.fillRect(0, top - 3, width, 1);
    pen.font = FONT;
    pen.fillStyle = looks.muted;
    let free = 0;
    for (const [at, words] of marks) {
      const x = place(at) + 4;
      if (x < free) continue;
      pen.fillText(words, x, 16);
      free = x + pen.measureText(words).width + 6;
    }
  }
  function box(left, y, wide) {
    pen.beginPath();
    if (wide > 8 && pen.roundRect) pen.roundRect(left, y, wide, BAR, 3); else pen.rect(left, y, wide, BAR);
    pen.fill();
  }
  function paintBar(event, y) {
    const left = place(event.first), right = Math.max(place(event.last), left + 6);
    const isSure = event.from === event.first && event.until === event.last;
    pen.fillStyle = event.colour;
    pen.globalAlpha = isSure ? 1 : 0.75;
    box(left, y, right - left);
    pen.globalAlpha = 1;
    if (!isSure) {
      pen.fillStyle = hatch;
      box(left, y, right - left);
      const from = place(event.from), until = place(event.until);
      pen.fillStyle = event.colour;
      if (until > from) box(from, y, until - from);
    }
    if (event === chosen) {
      Object.assign(pen, { strokeStyle: looks.text, lineWidth: 2 });
      pen.strokeRect(left - 1, y - 1, right - left + 2, BAR + 2);
    }
    hits.push([left, right, y, event]);
    return [left, right];
  }
  // What found no row stands close together in the last one; what others hide is not drawn.
  function paintCrowd({ top, crowd, rows }, stop) {
    const y = top + NAME + rows * ROW;
    let count = 0, covered = -Infinity;
    for (const event of crowd) {
      if (event.first > stop) break;
      if (event.last < start) continue;
      count += 1;
      const right = Math.max(place(event.last), place(event.first) + 6);
      if (right <= covered + 2 && event !== chosen) continue;
      covered = right;
      paintBar(event, y);
    }
    return count;
  }
  function paintWords(words) {
    pen.font = FONT;
    for (const [{ event, isInside, isBefore }, left, right, y] of words) {
      pen.fillStyle = isInside ? inkOn(event.colour) : looks.text;
      const x = isInside ? Math.max(place(event.from), 0) + 5 : isBefore ? left - event.room + 7 : right + 5;
      if (x < width && x + event.room > 0) {
        pen.fillText(event.label, x, y);
        if (!isInside) hits.push([x, x + event.room - 12, y - 11, event]);
      }
    }
  }
  // Black or white, whichever is read better on a colour.
  function inkOn(colour) {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
    return red * 0.3 + green * 0.59 + blue * 0.11 > 140 ? "#111" : "#fff";
  }
  function paintSoon() {
    if (!isDue) { isDue = true; requestAnimationFrame(paint); }
  }

  const dateOf = (event) => event.element.querySelector(".when").textContent;
  function mark(event) {
    if (chosen) chosen.element.classList.remove("chosen");
    chosen = event;
    event.element.classList.add("chosen");
    said.textContent = `${dateOf(event)}: ${event.title}`;
    paintSoon();
  }
  function read(event) {
    mark(event);
    event.element.focus({ preventScroll: true });
    event.element.scrollIntoView({ block: "center" });
  }
  function showAll() {
    const span = Math.max(most - least, 60) * 1.12;
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
      if (words.length && !event.words) event.words = event.element.textContent.toLocaleLowerCase();
      event.isShown = words.every((word) => event.words.includes(word));
      if (event.element.hidden === event.isShown) event.element.hidden = !event.isShown;
    }
    for (const section of document.querySelectorAll("main section")) section.hidden = !section.querySelector("article:not([hidden])");
    const number = events.filter((event) => event.isShown).length;
    found.textContent = words.length ? `${number} of ${events.length}` : "";
    arrangedAt = 0;
    paintSoon();
  }
  function filterSoon() { clearTimeout(waiting); waiting = setTimeout(filter, known.length > 1000 ? 120 : 0); }
  function step(by) {
    const shown = events.filter((event) => event.isShown), at = shown.indexOf(chosen);
    const next = shown[Math.max(0, Math.min(shown.length - 1, at < 0 && by < 0 ? 0 : at + by))];
    if (!next) return;
    mark(next);
    const x = place(next.first);
    if (next.dated && (x < 20 || x > width - 20)) { start = next.first - (width / 3) * perPixel; paintSoon(); }
  }
  const KEYS = {
    ArrowLeft: () => pan(-80), ArrowRight: () => pan(80), "+": () => zoom(0.7), "=": () => zoom(0.7), "-": () => zoom(1 / 0.7),
    0: showAll, ArrowUp: () => step(-1), ArrowDown: () => step(1), Home: () => { start = least - 20 * perPixel; paintSoon(); },
    End: () => { start = most - (width - 20) * perPixel; paintSoon(); }, Enter: () => { if (chosen) read(chosen); },
  };
  canvas.addEventListener("keydown", (event) => {
    const act = event.ctrlKey || event.altKey || event.metaKey ? null : KEYS[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && event.target !== search) { event.preventDefault(); search.focus(); }
    if (event.key === "Escape" && event.target === search) { search.value = ""; filter(); }
    else if (event.key === "Escape" && byElement.has(event.target)) canvas.focus();
  });
  canvas.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && Math.abs(event.deltaY) > Math.abs(event.deltaX) && !event.shiftKey && document.activeElement !== canvas) return;
    event.preventDefault();
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) pan(event.deltaX || event.deltaY);
    else zoom(1.0015 ** event.deltaY, event.offsetX);
  }, { passive: false });
  // Two fingers zoom, one drags; a mouse that has not moved has clicked.
  const fingers = new Map();
  const under = ({ offsetX: x, offsetY: y }) => hits.findLast(([left, right, top]) => x >= left - 2 && x <= right + 2 && y >= top - 2 && y <= top + BAR + 2)?.[3];
  canvas.addEventListener("pointerdown", (event) => { moved = 0; fingers.set(event.pointerId, event.clientX); });
  canvas.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId) || !event.buttons) {
      const over = under(event);
      canvas.style.cursor = over ? "pointer" : "";
      canvas.title = over ? `${dateOf(over)}: ${over.title}` : "";
      return;
    }
    const before = fingers.get(event.pointerId), others = [...fingers.entries()].filter(([id]) => id !== event.pointerId);
    moved += Math.abs(event.clientX - before);
    if (moved > 3 && !canvas.hasPointerCapture(event.pointerId)) canvas.setPointerCapture(event.pointerId);
    if (others.length) {
      const other = others[0][1], gap = Math.max(10, Math.abs(event.clientX - other));
      zoom(Math.max(10, Math.abs(before - other)) / gap, (event.clientX + other) / 2 - canvas.getBoundingClientRect().left);
    } else pan(before - event.clientX);
    fingers.set(event.pointerId, event.clientX);
  });
  for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) canvas.addEventListener(end, (event) => fingers.delete(event.pointerId));
  canvas.addEventListener("click", (click) => { const event = moved > 3 ? null : under(click); if (event) read(event); });
  document.getElementById("in").addEventListener("click", () => zoom(0.6));
  document.getElementById("out").addEventListener("click", () => zoom(1 / 0.6));
  document.getElementById("all").addEventListener("click", showAll);
  search.addEventListener("input", filterSoon);
  document.addEventListener("focusin", ({ target }) => { const event = byElement.get(target); if (event && event !== chosen) mark(event); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { look(); paintSoon(); });
  document.getElementById("tools").hidden = false;
  document.getElementById("timeline").hidden = known.length === 0;
  if (!known.length) return;
  look();
  width = canvas.clientWidth || 800;
  showAll();
  // The width alone: the height is our own doing.
  new ResizeObserver(() => {
    const fresh = canvas.clientWidth;
    if (!fresh || fresh === width) return;
    perPixel *= width / fresh;
    width = fresh;
    height = arrangedAt = 0;
    paintSoon();
  }).observe(canvas);
})();
