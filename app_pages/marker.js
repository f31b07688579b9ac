// data: {paragraphs: [[[start, text, [ids]] …] …], events: {id: [number, colour, words]}, chosen, label}.
// A mark chooses its event; words that are selected are told as {start, end} in code points of the article.
export default function ({ parentElement, data, setTriggerValue, setStateValue }) {
  const box = parentElement.querySelector(".article");
  const root = box.getRootNode();
  const held = box.scrollTop;
  box.replaceChildren();
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", data.label);
  const seen = new Set();
  for (const fragments of data.paragraphs) {
    const paragraph = document.createElement("p");
    for (const [start, text, ids] of fragments) {
      const words = document.createElement(ids.length ? "mark" : "span");
      words.dataset.start = start;
      words.textContent = text;
      paragraph.append(words);
      if (!ids.length) continue;
      const on = ids.includes(data.chosen);
      const id = on ? data.chosen : ids[0];
      const [number, colour, said] = data.events[id];
      words.style.setProperty("--c", colour);
      words.classList.toggle("on", on);
      words.title = said;
      words.onclick = () => { if (root.getSelection ? !String(root.getSelection()) : !String(getSelection())) setTriggerValue("picked", id); };
      for (const one of ids.filter((each) => !seen.has(each))) {
        seen.add(one);
        const badge = document.createElement("button");
        badge.type = "button";
        badge.textContent = data.events[one][0];
        badge.style.setProperty("--c", data.events[one][1]);
        badge.setAttribute("aria-pressed", String(one === data.chosen));
        badge.setAttribute("aria-label", data.events[one][2]);
        badge.onclick = () => setTriggerValue("picked", one);
        words.before(badge);
      }
    }
    box.append(paragraph);
  }
  const first = box.querySelector("mark.on");
  if (box.dataset.chosen === data.chosen) box.scrollTop = held;
  else if (first) box.scrollTop = first.offsetTop - box.offsetTop - box.clientHeight / 3;
  box.dataset.chosen = data.chosen;

  const offset = (piece, node, place) => (node.nodeType === 3 && piece.contains(node) ? [...node.data.slice(0, place)].length : null);
  box.onpointerup = box.onkeyup = () => setTimeout(() => {
    const selection = root.getSelection ? root.getSelection() : getSelection();
    if (!selection || !selection.rangeCount || !String(selection).trim()) return;
    const found = selection.getComposedRanges ? selection.getComposedRanges({ shadowRoots: [root] })[0] : selection.getRangeAt(0);
    const range = document.createRange();
    range.setStart(found.startContainer, found.startOffset);
    range.setEnd(found.endContainer, found.endOffset);
    const pieces = [...box.querySelectorAll("[data-start]")].filter((piece) => range.intersectsNode(piece));
    if (!pieces.length) return;
    const [first, last] = [pieces[0], pieces[pieces.length - 1]];
    const start = Number(first.dataset.start) + (offset(first, range.startContainer, range.startOffset) ?? 0);
    const within = offset(last, range.endContainer, range.endOffset) ?? [...last.textContent].length;
    setTriggerValue("passage", { start, end: Number(last.dataset.start) + within });
  });
}
