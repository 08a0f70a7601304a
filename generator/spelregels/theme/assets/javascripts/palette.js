// Put the chosen colours on the page before it is drawn, so that it does not flash.
(() => {
  const chosen = __md_get("__palette");
  if (!chosen || !chosen.color) return;
  const colours = { ...chosen.color };
  if (colours.media === "(prefers-color-scheme)") {
    const light = matchMedia("(prefers-color-scheme: light)").matches;
    const media = `(prefers-color-scheme: ${light ? "light" : "dark"})`;
    const option = document.querySelector(`[data-md-color-media='${media}']`);
    if (option) colours.scheme = option.getAttribute("data-md-color-scheme");
  }
  for (const [name, value] of Object.entries(colours)) {
    document.body.setAttribute(`data-md-color-${name}`, value);
  }
})();
