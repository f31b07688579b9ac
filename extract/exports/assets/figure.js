// One figure, and the two buttons by which its reader saves it.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const box = document.getElementById("figure");
  const { width, height } = data.figure.layout;
  const config = { displayModeBar: false, displaylogo: false, responsive: false, showTips: false, doubleClick: false };
  const types = { svg: "image/svg+xml", png: "image/png" };

  async function save(format) {
    const made = await imageOf(box, { format, width, height, scale: format === "png" ? 3 : 1, faces: data.faces });
    const bytes = format === "png" ? Uint8Array.from(atob(made), (letter) => letter.charCodeAt(0)) : made;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: types[format] }));
    link.download = `${data.name}.${format}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  // Whatever does not fit is said, and can be moved with the keyboard too.
  function fits() {
    const wide = box.scrollWidth > box.clientWidth + 1;
    document.getElementById("wide").hidden = !wide;
    if (wide) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }

  Plotly.newPlot(box, data.figure.data, data.figure.layout, config).then(() => {
    document.querySelectorAll("button").forEach((button) => {
      button.disabled = false;
      button.addEventListener("click", () => {
        button.disabled = true;
        save(button.value).finally(() => { button.disabled = false; });
      });
    });
    fits();
    addEventListener("resize", fits);
    document.documentElement.dataset.drawn = "yes";
  });
})();
