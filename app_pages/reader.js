// data: {paragraphs: [[[ [text, proof], … ] …] …], label, colour}: paragraphs of sentences of fragments.
export default function ({ parentElement, data }) {
  const box = parentElement.querySelector(".article");
  box.replaceChildren();
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", data.label);
  box.style.setProperty("--c", data.colour);
  for (const sentences of data.paragraphs) {
    const paragraph = document.createElement("p");
    for (const fragments of sentences) {
      const proof = fragments.some(([, on]) => on);
      const sentence = document.createElement(proof ? "mark" : "span");
      for (const [text, on] of fragments) {
        const words = document.createElement(on ? "b" : "span");
        words.textContent = text;
        sentence.append(words);
      }
      paragraph.append(sentence, " ");
    }
    box.append(paragraph);
  }
  const first = box.querySelector("mark");
  if (first) box.scrollTop = first.offsetTop - box.offsetTop - box.clientHeight / 3;
}
