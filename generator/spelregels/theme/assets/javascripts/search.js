// The search of the site, in the place of the theme's own, whose messages it speaks: it finds parts
// of words, as Dutch puts them together, with or without accents, and rules by their keywords.
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
const WEIGHTS = { title: 12, tags: 10, text: 1 };
const INDEX = "../../search/pages.json";
const [LEAST_INSIDE, LEAST_MISTYPED, ENOUGH, TEASER] = [4, 5, 4, 180];
const REFERENCES = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#x27;": "'" };
const ENDINGS = {
  nl: /(?:en|es|s|e)$/,
  en: /(?:ies|es|ing|ed|s)$/,
};

let language = "";
let entries = null;

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) {
    language = data.config.lang[0];
    // A unit that was built has its pages in a file of their own, for who searches only.
    if (data.docs.length) entries = Promise.resolve(data.docs.map(toEntry));
    postMessage({ type: READY });
  } else if (type === QUERY) {
    postMessage({ type: RESULT, data: { items: data.trim() ? search(data, await load()) : [] } });
  }
});

function load() {
  entries ||= fetch(new URL(INDEX, location))
    .then((answer) => answer.json())
    .then(({ docs }) => docs.map(toEntry));
  return entries;
}

function toEntry({ location, title, text, tags, boost }) {
  const fields = { title: toText(title), tags: (tags || []).map(toText), text: toText(text) };
  const joined = fields.tags.join("\n");
  const folded = { title: fold(fields.title), tags: fold(joined), text: fold(fields.text) };
  const page = location.split("#")[0];
  // Of a page and a section that say the same, the page comes first.
  return { location, page, boost: (boost || 1) * (page === location ? 1 : 0.9), fields, folded };
}

// The index holds HTML: tags, and the references below; quotes are so in keywords only.
function toText(html) {
  const text = html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim();
  return text.replace(/&(?:lt|gt|amp|quot|#x27);/g, (each) => REFERENCES[each]).normalize("NFC");
}

function toHtml(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

// Letter by letter, so that a place in the folded text is the same place in the text.
function fold(text) {
  return text.replace(/[^\x20-\x7e]|[A-Z]/gu, (letter) => {
    const plain = letter === "\u2019" ? "'" : letter.normalize("NFD").replace(/\p{M}/gu, "");
    const small = plain.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}

function search(query, all) {
  const words = fold(query.normalize("NFC")).match(/[\p{L}\p{N}'-]*[\p{L}\p{N}]/gu) || [];
  const terms = [...new Set(words)].map((word) => toTerm(word, all));
  const telling = terms.filter(({ found }) => found.size <= Math.max(5, all.length / 2));
  const asked = telling.length ? telling : terms;
  const counted = all.map((entry) => [entry, asked.filter(({ found }) => found.has(entry)).length]);
  const complete = counted.filter(([, count]) => count === asked.length);
  const chosen = complete.length < ENOUGH ? counted.filter(([, count]) => count) : complete;
  const results = chosen.map(([entry, count]) => toResult(entry, terms, count));
  return group(results.sort((one, other) => other.score - one.score), all);
}

// A word as it is typed or with its ending off; else, if it is short, inside others; else with one
// slip.
function toTerm(word, all) {
  const start = word.length < LEAST_INSIDE ? "(?<![\\p{L}\\p{N}])" : "";
  for (const source of [`${start}${toSource(word)}|${start}${toSource(stemOf(word))}`, toSource(word)]) {
    const term = find(word, source, all);
    if (term.found.size) return term;
  }
  const close = word.length < LEAST_MISTYPED ? [] : findClose(word, all);
  return close.length ? find(word, close.map(toSource).join("|"), all) : { word, found: new Map() };
}

// "e-mail" is found by "email", and the other way round.
function toSource(text) {
  return [...text.replaceAll("-", "")].join("[-\\u00ad]?");
}

function stemOf(word) {
  const ending = ENDINGS[language];
  const stem = ending && word.length > 4 ? word.replace(ending, "") : word;
  if (stem === word || stem.length < 3) return word;
  if (language === "en") return word.endsWith("ies") ? `${stem}y` : stem;
  // prijzen, prijs; tarieven, tarief; bellen, bel
  return stem.replace(/z$/, "s").replace(/v$/, "f").replace(/([bcdfgklmnprst])\1$/, "$1");
}

function find(word, source, all) {
  const pattern = new RegExp(source, "gu");
  const found = new Map();
  for (const entry of all) {
    const places = {};
    let score = 0;
    for (const [field, weight] of Object.entries(WEIGHTS)) {
      places[field] = [...entry.folded[field].matchAll(pattern)].map((hit) => toPlace(hit, word));
      score += weight * Math.max(0, ...places[field].map(({ worth }) => worth));
    }
    if (score) found.set(entry, { places, score });
  }
  return { word, pattern, found, weight: Math.log(1 + all.length / (found.size || 1)) };
}

// A whole word is worth more than the start of one, and that more than a part further on.
function toPlace({ 0: hit, index, input }, word) {
  const end = index + hit.length;
  const starts = !isLetter(input[index - 1]);
  const worth = (starts ? (isLetter(input[end]) ? 0.7 : 1) : 0.45) * (hit === word ? 1 : 0.9);
  return { index, end, worth };
}

function isLetter(character) {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function findClose(word, all) {
  const known = new Set(all.flatMap(({ folded }) => Object.values(folded).join(" ").match(/\p{L}+/gu)));
  return [...known].filter((other) => other && isOneSlip(word, other));
}

// One letter too many, too few or another, or two that changed places.
function isOneSlip(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [rest, left] = [one.slice(start), other.slice(start)];
  return (
    rest.slice(1) === left.slice(1) ||
    rest.slice(1) === left ||
    rest === left.slice(1) ||
    (rest.slice(2) === left.slice(2) && rest[0] === left[1] && rest[1] === left[0])
  );
}

function toResult(entry, terms, matched) {
  const hits = terms.map(({ found, weight }) => ({ hit: found.get(entry), weight }));
  const present = hits.filter(({ hit }) => hit);
  const placesIn = (field) => present.flatMap(({ hit }) => hit.places[field]);
  const score = present.reduce((sum, { hit, weight }) => sum + hit.score * weight, 0);
  const shown = {};
  for (const [index, { word }] of terms.entries()) {
    const name = hits[index].hit ? literal(entry, hits[index].hit) : word;
    shown[name] = Boolean(hits[index].hit);
  }
  return {
    location: entry.location,
    page: entry.page,
    title: mark(entry.fields.title, placesIn("title")),
    text: teaser(entry.fields.text, placesIn("text")),
    tags: markTags(entry, placesIn("tags")),
    score: matched * 1000 + score * entry.boost,
    terms: shown,
  };
}

// The letters that were found, as they stand there: the theme marks them on the page.
function literal(entry, { places }) {
  const field = Object.keys(WEIGHTS).find((each) => places[each].length);
  const text = field === "tags" ? entry.fields.tags.join("\n") : entry.fields[field];
  return text.slice(places[field][0].index, places[field][0].end).toLowerCase();
}

function mark(text, places, from = 0, to = text.length) {
  let [html, at] = ["", from];
  for (const { index, end } of [...places].sort((one, other) => one.index - other.index)) {
    if (index < at || end > to) continue;
    html += `${toHtml(text.slice(at, index))}<mark data-md-highlight>${toHtml(text.slice(index, end))}</mark>`;
    at = end;
  }
  return html + toHtml(text.slice(at, to));
}

function teaser(text, places) {
  const first = Math.min(...places.map(({ index }) => index));
  const far = Number.isFinite(first) && first > TEASER / 3;
  const from = far ? text.lastIndexOf(" ", first - TEASER / 4) + 1 : 0;
  const end = text.length - from <= TEASER ? text.length : text.lastIndexOf(" ", from + TEASER);
  const to = end <= from ? from + TEASER : end;
  return `${from ? "… " : ""}${mark(text, places, from, to)}${to < text.length ? " …" : ""}`;
}

// Only the keywords that say why a rule was found.
function markTags({ fields }, places) {
  let at = 0;
  const marked = [];
  for (const tag of fields.tags) {
    const own = places.filter(({ index }) => index >= at && index <= at + tag.length);
    const moved = own.map(({ index, end }) => ({ index: index - at, end: end - at }));
    if (own.length) marked.push(mark(tag, moved));
    at += tag.length + 1;
  }
  return marked.length ? marked : undefined;
}

// A page with what was found in its sections; the page itself belongs to it in any case.
function group(results, all) {
  const pages = new Map();
  for (const result of results) {
    pages.set(result.page, [...(pages.get(result.page) || []), result]);
  }
  for (const [page, found] of pages) {
    if (found.some(({ location }) => location === page)) continue;
    const entry = all.find(({ location }) => location === page);
    const title = toHtml(entry ? entry.fields.title : found[0].page);
    found.push({ location: page, page, title, text: "", score: 0, terms: {} });
  }
  return [...pages.values()];
}
