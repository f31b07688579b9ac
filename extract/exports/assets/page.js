// One choice, an event, an actor or a tie, shown alike by the figures, the list, the evidence pane and the articles.
"use strict";
(() => {
  document.documentElement.classList.add("js");
  const data = JSON.parse(document.getElementById("data").textContent);
  const config = { displayModeBar: false, displaylogo: false, responsive: false, showTips: false, doubleClick: false };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const pane = document.getElementById("pane");
  const bar = document.getElementById("bar");
  const night = matchMedia("(prefers-color-scheme: dark)");
  const drawn = new Map();
  let printing = false;
  let chosen = null;
  // The event shown at first is nobody's choice: the network stays as it is.
  let soft = false;

  // Colours of the dark page, as extract/views/dark.py has them.
  const COLOURED = new Set(["color", "fillcolor", "bgcolor", "bordercolor", "paper_bgcolor", "plot_bgcolor"]);
  const hex = (part) => Number(part).toString(16).padStart(2, "0");
  function twin(colour) {
    if (typeof colour !== "string" || !night.matches || printing) return colour;
    const clear = /^rgba\((\d+),\s*(\d+),\s*(\d+),\s*([\d.]+)\)$/.exec(colour);
    if (!clear) return data.dark[colour.toUpperCase()] || colour;
    const other = data.dark[`#${clear.slice(1, 4).map(hex).join("")}`.toUpperCase()];
    return other ? `${other}${hex(Math.round(clear[4] * 255))}` : colour;
  }
  function coloured(value, key) {
    if (COLOURED.has(key)) return Array.isArray(value) ? value.map(twin) : twin(value);
    if (Array.isArray(value)) return value.length && typeof value[0] === "object" ? value.map((one) => coloured(one)) : value;
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, coloured(inner, name)]));
  }

  // What a key names: {events, actors, title, type}; as extract/focus.py has it.
  const focus = (key) => (Object.hasOwn(data.focus, key) ? data.focus[key] : null);
  const isEvent = (key) => data.events.includes(key);

  function draw(id) {
    const box = document.getElementById(id);
    if (!box || drawn.has(id) || box.offsetParent === null) return Promise.resolve();
    const figure = coloured(data.figures[id]);
    drawn.set(id, { box, figure });
    return Plotly.react(box, figure.data, figure.layout, config).then(() => {
      box.removeAllListeners("plotly_click");
      box.on("plotly_click", (click) => {
        const point = click.points.find((point) => focus(point.customdata));
        if (point) choose(point.customdata);
      });
      if (chosen) light(id);
    });
  }

  function redraw() {
    const ids = [...drawn.keys()];
    drawn.clear();
    return Promise.all(ids.map(draw));
  }

  function light(id) {
    const { box, figure } = drawn.get(id);
    const { events, actors } = focus(chosen);
    const traces = figure.data;
    const hits = traces.findIndex((trace) => trace.name === "events");
    const places = (trace) => trace.customdata.flatMap((one, place) => (events.includes(one) ? [place] : []));
    if (hits >= 0) Plotly.restyle(box, { selectedpoints: [places(traces[hits])] }, [hits]);
    const ties = traces.flatMap((trace, place) => (trace.meta && trace.meta.events ? [place] : []));
    if (!ties.length || soft) return;
    const change = {};
    figure.layout.annotations.forEach((note, place) => {
      if (!(note.name || "").startsWith("chip ")) return;
      const on = note.name.split(" ").some((one) => events.includes(one));
      change[`annotations[${place}].font.color`] = on ? note.font.color : `${note.font.color}4D`;
    });
    figure.layout.shapes.forEach((shape, place) => {
      if (!(shape.name || "").startsWith("actor ")) return;
      const on = actors.includes(shape.name.slice(6));
      change[`shapes[${place}].line.color`] = twin(on ? "#1B2330" : "#FFFFFF");
      change[`shapes[${place}].line.width`] = on ? 2.5 : 2;
    });
    const opacity = ties.map((place) => (traces[place].meta.events.some((one) => events.includes(one)) ? 1 : 0.14));
    Plotly.update(box, { opacity }, change, ties);
  }

  function choose(key, options = {}) {
    const seen = focus(key);
    if (!seen) return;
    chosen = key;
    soft = Boolean(options.soft);
    const on = (ids) => ids.split(" ").some((one) => seen.events.includes(one));
    all("ol.events > li").forEach((item) => item.classList.toggle("on", item.id === key));
    all(".s").forEach((sentence) => sentence.classList.toggle("on", on(sentence.dataset.events)));
    all(".s b").forEach((words) => words.classList.toggle("on", on(words.dataset.events)));
    const item = document.getElementById(seen.events[0]);
    pane.style.cssText = isEvent(key) ? item.style.cssText : "";
    pane.replaceChildren(isEvent(key) ? item.querySelector(".body").cloneNode(true) : card(seen));
    pane.scrollTop = 0;
    tell(isEvent(key) ? item : pane);
    for (const figure of drawn.keys()) light(figure);
    if (!options.quiet) history.replaceState(null, "", `#${encodeURIComponent(key)}`);
    document.body.dataset.event = key;
  }

  function made(tag, text, css) {
    const element = document.createElement(tag);
    element.textContent = text;
    if (css) element.className = css;
    return element;
  }

  // An actor, or a tie between two: what it is called, and its events to choose from.
  function card(seen) {
    const body = made("div", "", "body");
    const list = made("ul", "", "of");
    for (const id of seen.events) {
      const item = document.getElementById(id);
      const button = made("button", `${item.querySelector(".badge").textContent} ${item.querySelector("h3").textContent}`);
      button.type = "button";
      button.addEventListener("click", () => choose(id));
      const row = document.createElement("li");
      row.append(button);
      list.append(row);
    }
    body.append(made("p", seen.type, "type"), made("h3", seen.title), list);
    return body;
  }

  const buttons = [["←", "Previous event", -1], ["→", "Next event", 1]].map(([sign, name, by]) => {
    const button = made("button", sign);
    button.type = "button";
    button.setAttribute("aria-label", name);
    button.addEventListener("click", () => step(by));
    return button;
  });

  function tell(item) {
    bar.style.cssText = item.style.cssText;
    const words = [item.querySelector(".type"), item.querySelector("h3")].map((from) => made("p", from.textContent, from.className));
    if (!bar.contains(buttons[0])) bar.append(...buttons);
    bar.querySelectorAll("p").forEach((old) => old.remove());
    bar.append(...words);
  }

  function step(by) {
    const count = data.events.length;
    if (chosen && !isEvent(chosen)) {
      const mine = data.events.filter((id) => focus(chosen).events.includes(id));
      choose(mine[by > 0 ? 0 : mine.length - 1]);
      return;
    }
    const place = data.events.indexOf(chosen);
    choose(data.events[place < 0 ? (by > 0 ? 0 : count - 1) : (place + by + count) % count]);
  }

  function linked() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  }

  addEventListener("keydown", (key) => {
    if (key.altKey || key.ctrlKey || key.metaKey || key.shiftKey || !data.events.length) return;
    if (key.key === "ArrowRight") step(1);
    else if (key.key === "ArrowLeft") step(-1);
    else return;
    key.preventDefault();
  });
  addEventListener("hashchange", () => choose(linked(), { quiet: true }));
  all("button[data-event]").forEach((button) => button.addEventListener("click", () => choose(button.dataset.event)));
  all("details").forEach((folded) => folded.addEventListener("toggle", () => { if (folded.open) draw(folded.querySelector(".chart").id); }));
  night.addEventListener("change", redraw);
  addEventListener("beforeprint", () => { printing = true; redraw(); });
  addEventListener("afterprint", () => { printing = false; redraw(); });

  const ids = Object.keys(data.figures);
  const fonts = document.fonts ? Promise.all([document.fonts.load("400 12px Inter"), document.fonts.load("700 12px Inter")]) : Promise.resolve();
  const drawAll = () => Promise.all(ids.map(draw));
  fonts.catch(() => null).then(drawAll).then(() => {
    document.body.dataset.ready = "yes";
    const asked = linked();
    const known = Boolean(focus(asked));
    choose(known ? asked : data.events[0], { quiet: true, soft: !known });
    const figures = document.getElementById("timeline");
    if (known) (figures && figures.offsetParent ? figures : document.getElementById(focus(asked).events[0])).scrollIntoView({ behavior: "instant" });
  });
  let wait;
  addEventListener("resize", () => { clearTimeout(wait); wait = setTimeout(drawAll, 150); });
})();
