// data: {events: [{id, number, type, text, colour, unsure}], chosen}: real buttons, one for each event.
export default function ({ parentElement, data, setTriggerValue }) {
  const list = parentElement.querySelector("ol");
  const had = parentElement.querySelector("button:focus")?.dataset.event;
  list.replaceChildren();
  for (const event of data.events) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.event = event.id;
    button.style.setProperty("--c", event.colour);
    button.setAttribute("aria-pressed", String(event.id === data.chosen));
    for (const [tag, text, style] of [["b", event.number, event.unsure ? "unsure" : ""], ["span", event.text, ""]]) {
      const part = document.createElement(tag);
      part.textContent = text;
      part.className = style;
      button.append(part);
    }
    const type = document.createElement("i");
    type.textContent = event.type;
    button.lastChild.prepend(type, " ");
    button.onclick = () => setTriggerValue("picked", event.id);
    const item = document.createElement("li");
    item.append(button);
    list.append(item);
    if (event.id === had) button.focus();
  }
}
