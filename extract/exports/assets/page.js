// One chosen event, shown alike by the timeline, the network, the list, the evidence pane and the articles.
"use strict";
(() => {
  document.documentElement.classList.add("js");
  const data = JSON.parse(document.getElementById("data").textContent);
  const config = { displayModeBar: false, displaylogo: false, responsive: false, showTips: false, doubleClick: false };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const pane = document.getElementById("pane");
  const bar = document.getElementById("bar");
  const drawn = new Map();
  let chosen = null;
  // The event shown at first is nobody's choice: the network stays as it is.
  let soft = false;

  function draw(id) {
    const box = document.getElementById(id);
    if (!box || drawn.has(id) || box.offsetParent === null) return Promise.resolve();
    drawn.set(id, box);
    const figure = data.figures[id];
    return Plotly.newPlot(box, figure.data, figure.layout, config).then(() => {
      box.on("plotly_click", (click) => {
        const point = click.points.find((point) => data.events.includes(point.customdata));
        if (point) choose(point.customdata);
      });
      if (chosen) light(id);
    });
  }

  function light(id) {
    const box = drawn.get(id);
    const traces = data.figures[id].data;
    const hits = traces.findIndex((trace) => trace.name === "events");
    if (hits >= 0) Plotly.restyle(box, { selectedpoints: [[traces[hits].customdata.indexOf(chosen)]] }, [hits]);
    const ties = traces.flatMap((trace, place) => (trace.meta && trace.meta.events ? [place] : []));
    if (!ties.length || soft) return;
    const change = {};
    data.figures[id].layout.annotations.forEach((note, place) => {
      if (!(note.name || "").startsWith("chip ")) return;
      const on = note.name.split(" ").includes(chosen);
      change[`annotations[${place}].font.color`] = on ? note.font.color : note.font.color + "4D";
    });
    const involved = data.people[chosen] || [];
    data.figures[id].layout.shapes.forEach((shape, place) => {
      if (!(shape.name || "").startsWith("actor ")) return;
      const on = involved.includes(shape.name.slice(6));
      change[`shapes[${place}].line.color`] = on ? "#1B2330" : "#FFFFFF";
      change[`shapes[${place}].line.width`] = on ? 2.5 : 2;
    });
    Plotly.update(box, { opacity: ties.map((place) => (traces[place].meta.events.includes(chosen) ? 1 : 0.14)) }, change, ties);
  }

  function choose(id, options = {}) {
    const item = document.getElementById(id);
    if (!item || !data.events.includes(id)) return;
    chosen = id;
    soft = Boolean(options.soft);
    all("ol.events > li").forEach((other) => other.classList.toggle("on", other === item));
    all(".s").forEach((sentence) => sentence.classList.toggle("on", sentence.dataset.events.split(" ").includes(id)));
    all(".s b").forEach((words) => words.classList.toggle("on", words.dataset.events.split(" ").includes(id)));
    const copy = item.querySelector(".body").cloneNode(true);
    pane.style.cssText = item.style.cssText;
    pane.replaceChildren(copy);
    tell(item);
    pane.scrollTop = 0;
    for (const figure of drawn.keys()) light(figure);
    if (!options.quiet) history.replaceState(null, "", `#${id}`);
    document.body.dataset.event = id;
  }

  const buttons = [["←", "Previous event", -1], ["→", "Next event", 1]].map(([sign, name, by]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.setAttribute("aria-label", name);
    button.addEventListener("click", () => step(by));
    return button;
  });

  function tell(item) {
    bar.style.cssText = item.style.cssText;
    const words = [item.querySelector(".type"), item.querySelector("h3")].map((from) => {
      const line = document.createElement("p");
      line.className = from.className;
      line.textContent = from.textContent;
      return line;
    });
    if (!bar.contains(buttons[0])) bar.append(...buttons);
    bar.querySelectorAll("p").forEach((old) => old.remove());
    bar.append(...words);
  }

  function step(by) {
    const count = data.events.length;
    const place = data.events.indexOf(chosen);
    choose(data.events[place < 0 ? (by > 0 ? 0 : count - 1) : (place + by + count) % count]);
  }

  addEventListener("keydown", (key) => {
    if (key.altKey || key.ctrlKey || key.metaKey || key.shiftKey || !data.events.length) return;
    if (key.key === "ArrowRight") step(1);
    else if (key.key === "ArrowLeft") step(-1);
    else return;
    key.preventDefault();
  });
  addEventListener("hashchange", () => choose(location.hash.slice(1), { quiet: true }));
  all("button[data-event]").forEach((button) => button.addEventListener("click", () => choose(button.dataset.event)));
  const ids = Object.keys(data.figures);
  const fonts = document.fonts ? Promise.all([document.fonts.load("400 12px Inter"), document.fonts.load("700 12px Inter")]) : Promise.resolve();
  const drawAll = () => Promise.all(ids.map(draw));
  fonts.catch(() => null).then(drawAll).then(() => {
    document.body.dataset.ready = "yes";
    const linked = location.hash.slice(1);
    choose(data.events.includes(linked) ? linked : data.events[0], { quiet: true, soft: !data.events.includes(linked) });
    const figures = document.getElementById("timeline");
    if (linked !== chosen) return;
    (figures && figures.offsetParent ? figures : document.getElementById(linked)).scrollIntoView({ behavior: "instant" });
  });
  let wait;
  addEventListener("resize", () => { clearTimeout(wait); wait = setTimeout(drawAll, 150); });
})();
