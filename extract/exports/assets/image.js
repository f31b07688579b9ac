// A figure as an image that carries its fonts, so that its letters are as wide anywhere as they were measured.
"use strict";
const plotlyImage = Plotly.toImage;

function withFaces(svg, faces) {
  return svg.replace(/<svg[^>]*>/, (tag) => `${tag}<style>${faces}</style>`);
}

// The SVG as text, or the PNG in base64.
async function imageOf(figure, { format, width, height, scale = 1, faces }) {
  const plain = await plotlyImage(figure, { format: "svg", width, height, imageDataOnly: true });
  const svg = withFaces(plain, faces);
  if (format === "svg") return svg;
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml;charset=utf-8" }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/png").split(",")[1];
  } finally {
    URL.revokeObjectURL(address);
  }
}

// For a program that asks Plotly itself for its images.
function imagesWith(faces) {
  Plotly.toImage = (figure, options) => imageOf(figure, { ...options, faces });
}
