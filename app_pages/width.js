export default function ({ parentElement, setStateValue, data }) {
  const box = parentElement.host || parentElement;
  let last = data && data.width;
  const tell = () => {
    const width = Math.floor(box.getBoundingClientRect().width / 20) * 20;
    if (width > 0 && width !== last) {
      last = width;
      setStateValue("width", width);
    }
  };
  tell();
  if (box.watcher) return;
  let wait;
  box.watcher = new ResizeObserver(() => {
    clearTimeout(wait);
    wait = setTimeout(tell, 200);
  });
  box.watcher.observe(box);
}
