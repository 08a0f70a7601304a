// "Do we fit?": one question at a time, then the outcome. What was answered stands in the fragment
// of the address, which no browser sends to a server, and nowhere else.
(() => {
  const page = document.querySelector(".sr-fit");
  const list = page && page.querySelector(".sr-questions");
  if (!list) return;
  const one = (selector) => page.querySelector(selector);
  const items = [...list.querySelectorAll("li[data-rule]")];
  const rules = items.map((item) => item.dataset.rule);
  const [ask, outcome, place, bar] = [".sr-ask", ".sr-outcome", "#_fit-place", "progress"].map(one);
  const back = one("[data-step=back]");
  const address = one("#_fit-address");
  const copied = one("[data-said]");
  const fill = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  let answers = {};

  const write = (isDone) =>
    [isDone ? "#_outcome" : "#_asking", ...rules.filter((rule) => answers[rule])
      .map((rule) => `${rule}=${answers[rule]}`)].join("&");

  // Tell what the address says: null where it leads to another place on the page.
  const read = () => {
    const [mark, ...parts] = location.hash.split("&");
    if (!["", "#_asking", "#_outcome"].includes(mark)) return null;
    const found = Object.fromEntries(parts.map((part) => part.split("=")));
    const known = rules.filter((rule) => /^(yes|no|skip)$/.test(found[rule]));
    const said = Object.fromEntries(known.map((rule) => [rule, found[rule]]));
    return { said, isDone: mark === "#_outcome" || known.length === rules.length };
  };

  const showQuestion = () => {
    const answered = rules.filter((rule) => answers[rule]).length;
    const item = items.find(({ dataset }) => !answers[dataset.rule]);
    place.textContent = fill(place.dataset.phrase, { number: answered + 1, count: rules.length });
    bar.value = answered;
    one("#_fit-question").textContent = item.querySelector(".sr-question").textContent;
    back.hidden = answered === 0;
  };

  const kindOf = ({ dataset }) => {
    const said = answers[dataset.rule];
    if (!said || said === "skip") return "skipped";
    return said === dataset.fits ? "fits" : "pinches";
  };

  const copyOf = (item, kind) => {
    const copy = item.cloneNode(true);
    const said = copy.querySelector(".sr-said");
    copy.querySelector(".sr-fits").remove();
    if (kind !== "pinches") copy.querySelector(".sr-outs").remove();
    said.hidden = kind === "skipped";
    said.textContent = said.dataset[answers[item.dataset.rule]] || "";
    return copy;
  };

  const showOutcome = () => {
    const groups = { fits: [], pinches: [], skipped: [] };
    for (const item of items) groups[kindOf(item)].push(item);
    const counts = {};
    for (const [kind, own] of Object.entries(groups)) {
      const section = one(`[data-outcome=${kind}]`);
      counts[kind] = own.length;
      section.hidden = own.length === 0;
      section.querySelector("small").textContent = own.length;
      section.querySelector("ul").replaceChildren(...own.map((item) => copyOf(item, kind)));
    }
    const hasWay = (item) => item.querySelector(".sr-outs a");
    const verdict = groups.pinches.length
      ? groups.pinches.every(hasWay) ? "ways" : "some"
      : groups.fits.length ? "all" : "nothing";
    for (const each of outcome.querySelectorAll("[data-verdict]")) {
      each.hidden = each.dataset.verdict !== verdict;
    }
    address.value = location.href.split("#")[0] + write(true);
    copied.textContent = "";
    return fill(one(".sr-sum").dataset.phrase, counts);
  };

  const show = (isDone, isFocused) => {
    ask.hidden = isDone;
    outcome.hidden = !isDone;
    one(".sr-sum").textContent = "";
    if (!isDone) showQuestion();
    else one(".sr-sum").textContent = showOutcome();
    if (isFocused) (isDone ? one(".sr-outcome h2") : ask).focus();
  };

  const go = () => {
    const isDone = rules.every((rule) => answers[rule]);
    history.pushState(null, "", write(isDone));
    show(isDone, true);
  };

  const steps = {
    back() {
      // The questions have another order in another language, so the one before may be open too.
      const asked = rules.findIndex((rule) => !answers[rule]);
      const isAnswered = (rule) => answers[rule];
      delete answers[rules.slice(0, asked).findLast(isAnswered) || rules.findLast(isAnswered)];
      go();
    },
    again() {
      answers = {};
      go();
    },
    async copy() {
      address.select();
      await navigator.clipboard.writeText(address.value);
      copied.textContent = copied.dataset.said;
    },
  };

  const say = (answer) => {
    answers[rules.find((rule) => !answers[rule])] = answer;
    go();
  };

  page.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button && button.dataset.answer) say(button.dataset.answer);
    else if (button) steps[button.dataset.step]();
  });
  // The letters work only while the question has the focus, so they are in nobody's way.
  ask.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const button = ask.querySelector(`[aria-keyshortcuts="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!button) return;
    event.preventDefault();
    event.stopPropagation();
    button.click();
  });
  address.addEventListener("focus", () => address.select());
  addEventListener("popstate", () => start(true));
  // Whoever reads the outcome in another language keeps it.
  for (const link of document.querySelectorAll(".sr-languages a")) {
    link.addEventListener("click", () => { link.hash = location.hash; });
  }

  const start = (isFocused) => {
    const state = read();
    if (!state && isFocused) return;
    answers = state ? state.said : {};
    show(Boolean(state && state.isDone), isFocused);
  };
  one("[data-step=copy]").hidden = !navigator.clipboard;
  list.hidden = true;
  start(false);
})();
