// What the theme's own scripts remember (the chosen colours, say) they keep under these names.
// The scope is the whole site, so that a choice holds in every language and edition.
var __md_scope = new URL(document.currentScript.dataset.scope, location);

function __md_hash(text) {
  return [...text].reduce((hash, letter) => ((hash << 5) - hash + letter.charCodeAt(0)) | 0, 0);
}

function __md_get(name, storage = localStorage, scope = __md_scope) {
  try {
    return JSON.parse(storage.getItem(scope.pathname + "." + name));
  } catch {
    return null; // storage is off, or something else wrote there
  }
}

function __md_set(name, value, storage = localStorage, scope = __md_scope) {
  try {
    storage.setItem(scope.pathname + "." + name, JSON.stringify(value));
  } catch {
    // storage is off or full; the choice then holds for this page
  }
}

// The theme's script asks for a sitemap below every address that a page calls its alternate, and
// finds none. While it starts, they bear a name that it does not know and a browser does.
for (const link of document.querySelectorAll("link[rel=alternate]")) {
  link.rel = "alternate ";
  addEventListener("load", () => (link.rel = "alternate"));
}

// Put the colours on the page as soon as it has a body and before that is drawn, so that it does not
// flash: the chosen ones, or those of the device.
new MutationObserver((_, observer) => {
  if (!document.body) return;
  observer.disconnect();
  const chosen = __md_get("__palette");
  const colours = { media: "(prefers-color-scheme)", ...(chosen && chosen.color) };
  if (colours.media === "(prefers-color-scheme)") {
    colours.scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  }
  for (const [name, value] of Object.entries(colours)) {
    document.body.setAttribute(`data-md-color-${name}`, value);
  }
}).observe(document.documentElement, { childList: true });
