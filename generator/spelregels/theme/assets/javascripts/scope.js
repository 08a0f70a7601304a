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
