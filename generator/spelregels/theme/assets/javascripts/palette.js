// Put the colours on the page before it is drawn, so that it does not flash: the chosen ones, or
// those of the device.
(() => {
  const chosen = __md_get("__palette");
  const colours = { media: "(prefers-color-scheme)", ...(chosen && chosen.color) };
  if (colours.media === "(prefers-color-scheme)") {
    colours.scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  }
  for (const [name, value] of Object.entries(colours)) {
    document.body.setAttribute(`data-md-color-${name}`, value);
  }
})();
