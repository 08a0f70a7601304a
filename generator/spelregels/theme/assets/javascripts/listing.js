// The list of rules, filtered: by what is chosen, and by parts of words. What is chosen stands in
// the address of the page, so that it can be shared.
(() => {
  const form = document.querySelector(".sr-filter");
  if (!form) return;
  const controls = [...form.querySelectorAll("[name]")];
  const [count, reset, shared] = form.querySelectorAll("output, [type=reset], small");
  const more = form.querySelector("details");
  const none = document.querySelector(".sr-none");
  const groups = [...document.querySelectorAll(".sr-group")].map((element) => ({
    element,
    lines: [...element.querySelectorAll("li.sr-line")].map((line) => ({
      line,
      values: line.dataset,
      words: `${fold(line.querySelector("a").textContent)} ${line.dataset.words}`,
    })),
  }));
  const total = groups.reduce((sum, { lines }) => sum + lines.length, 0);

  function fold(text) {
    return text
      .replace(/\u2019/g, "'")
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{M}/gu, "");
  }

  // "e-mail" is found by "email", and the other way round.
  function toPattern(word) {
    const letters = [...word.replaceAll("-", "")];
    return new RegExp(letters.map((each) => each.replace(/\W/, "\\$&")).join("-?"));
  }

  function filter() {
    const chosen = controls.filter(({ name, value }) => name !== "text" && value);
    const patterns = fold(form.elements.text.value).split(/\s+/).filter(Boolean).map(toPattern);
    const fits = ({ values, words }) =>
      chosen.every(({ name, value }) => (values[name] || "").split(" ").includes(value)) &&
      patterns.every((pattern) => pattern.test(words));
    let shown = 0;
    for (const { element, lines } of groups) {
      const before = shown;
      for (const each of lines) {
        const fit = fits(each);
        if (each.line.hidden === fit) each.line.hidden = !fit;
        shown += fit;
      }
      element.hidden = shown === before;
    }
    tell(shown, chosen.length, chosen.length + patterns.length > 0);
  }

  function tell(shown, choices, active) {
    const text = count.dataset.count.replace("{shown}", shown).replace("{total}", total);
    if (count.textContent !== text) count.textContent = text;
    more.querySelector("span").textContent = choices ? `(${choices})` : "";
    reset.hidden = shared.hidden = !active;
    none.hidden = shown > 0;
  }

  // Other things in the address (an anchor, a mark) are left as they are.
  function remember() {
    const address = new URL(location);
    for (const { name, value } of controls) {
      address.searchParams.delete(name);
      if (value.trim()) address.searchParams.append(name, value.trim());
    }
    history.replaceState(history.state, "", address);
    // The rules have the same names in every language, so a choice holds there too.
    for (const link of document.querySelectorAll(".sr-languages a")) link.search = address.search;
  }

  function restore() {
    const asked = new URLSearchParams(location.search);
    for (const control of controls) control.value = asked.get(control.name) || "";
    for (const control of controls) if (control.selectedIndex < 0) control.value = "";
    const chosen = controls.some(({ name, value }) => name !== "text" && value);
    more.open ||= chosen || matchMedia("(min-width: 60em)").matches;
  }

  function change() {
    for (const each of controls) each.classList.toggle("sr-chosen", each.value !== "");
    filter();
    remember();
  }

  // The theme's search looks at its field when a key comes up.
  function searchSite() {
    const field = document.querySelector(".md-search__input");
    field.value = form.elements.text.value;
    field.focus();
    field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  }

  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const control of controls) control.value = "";
    change();
    form.elements.text.focus();
  });
  none.querySelector("[type=button]").addEventListener("click", searchSite);
  addEventListener("popstate", () => {
    restore();
    change();
  });
  restore();
  form.hidden = false;
  change();
})();
