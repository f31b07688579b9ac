// data: {total}: how far the arrow keys have gone, to the right less to the left. A total, not presses, is told: two presses that
// the server hears as one still count as two.
const OTHERS = "input, textarea, select, [contenteditable=true], [role=tab], [role=radio], [role=slider], [role=listbox], " +
  "[role=option], [role=combobox], [role=menu], [role=menuitem], [role=grid], [role=gridcell], [role=dialog]";
const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

export default function ({ parentElement, data, setStateValue }) {
  const box = parentElement.host || parentElement;
  if (box.heard) document.removeEventListener("keydown", box.heard);
  box.total ??= data.total;
  box.heard = (event) => {
    const step = STEPS[event.key];
    const from = event.composedPath()[0];
    if (!step || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (from instanceof Element && from.closest(OTHERS)) return;
    event.preventDefault();
    box.total += step;
    setStateValue("total", box.total);
  };
  document.addEventListener("keydown", box.heard);
  return () => document.removeEventListener("keydown", box.heard);
}
