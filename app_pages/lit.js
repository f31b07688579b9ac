// data: {events, actors, picked}: what is chosen stands out in every figure of the page without a figure being drawn anew.
// *picked* is false for the event that is shown at first: it is nobody's choice, and the network stays as it is.
const FIGURES = ".stPlotlyChart .js-plotly-plot";

function light(figure, { events, actors, picked }) {
  const has = (ids, known) => ids.some((id) => known.includes(id));
  for (const bars of figure.querySelectorAll(".barlayer .trace.bars")) {
    const { name, customdata } = bars.__data__[0].trace;
    if (name !== "events") continue;
    for (const bar of bars.querySelectorAll(".point")) bar.classList.toggle("lit", events.includes(customdata[bar.__data__.i]));
  }
  for (const { uid, meta } of figure._fullData) {
    if (meta && meta.events) figure.querySelector(`.trace${uid}`)?.classList.toggle("dim", picked && !has(meta.events, events));
  }
  // A mark is named by what it stands for: "chip e1 e2", "arc e1 e2", "actor a1", "lane a1".
  const named = (marks, layer) => marks.forEach(({ name }, place) => {
    const [kind, ...ids] = (name || "").split(" ");
    const drawn = ids.length && figure.querySelector(`${layer} [data-index="${place}"]`);
    if (!drawn) return;
    if (kind === "chip") drawn.classList.toggle("dim", picked && !has(ids, events));
    else drawn.classList.toggle("lit", kind === "arc" ? has(ids, events) : has(ids, actors) && (kind === "lane" || picked));
  });
  named(figure.layout.annotations || [], ".infolayer");
  named(figure.layout.shapes || [], ".shapelayer");
}

export default function ({ parentElement, data, setTriggerValue }) {
  const box = parentElement.host || parentElement;
  box.watch?.disconnect();
  const all = () => document.querySelectorAll(FIGURES).forEach((figure) => {
    if (!figure._fullData || !figure.layout) return;
    if (figure.heard) figure.removeListener("plotly_click", figure.heard);
    figure.heard = ({ points }) => {
      const point = points.find(({ customdata }) => typeof customdata === "string");
      if (point) setTriggerValue("pointed", point.customdata);
    };
    figure.on("plotly_click", figure.heard);
    light(figure, data);
  });
  // A figure may come, or be drawn anew, after this: its marks are then new as well.
  let asked = 0;
  box.watch = new MutationObserver((changes) => {
    if (changes.every(({ target }) => target.closest?.(".hoverlayer"))) return;
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(all);
  });
  box.watch.observe(document.body, { childList: true, subtree: true });
  all();
  return () => { box.watch.disconnect(); cancelAnimationFrame(asked); };
}
