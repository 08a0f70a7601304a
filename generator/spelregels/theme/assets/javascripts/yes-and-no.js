// Show the cases that have the words somebody types; the words stand in the address.
(() => {
  const find = document.querySelector(".sr-find");
  if (!find) return;
  const input = find.querySelector("input");
  const status = find.querySelector("[role=status]");
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const cases = [...document.querySelectorAll(".sr-side > ul > li")].map((line) => ({
    line,
    text: fold(`${line.textContent} ${line.dataset.words || ""}`),
  }));
  const around = [".sr-side", ".sr-topic"].map((name) => [...document.querySelectorAll(name)]);
  const silent = document.querySelectorAll(".sr-silent, .sr-jump");

  const show = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    for (const { line, text } of cases) line.hidden = !words.every((word) => text.includes(word));
    for (const each of silent) each.hidden = words.length > 0;
    for (const parts of around) {
      for (const part of parts) {
        part.hidden = words.length > 0 && !part.querySelector("li:not([hidden])");
      }
    }
    const shown = cases.filter(({ line }) => !line.hidden).length;
    const phrase = shown ? status.dataset.phrase : status.dataset.none;
    status.textContent = words.length
      ? phrase.replace("{shown}", shown).replace("{count}", cases.length)
      : "";
  };

  input.addEventListener("input", () => {
    const address = new URL(location);
    address.hash = "";
    if (input.value) address.searchParams.set("find", input.value);
    else address.searchParams.delete("find");
    history.replaceState(null, "", address);
    show();
  });
  find.hidden = false;
  input.value = new URLSearchParams(location.search).get("find") || "";
  if (input.value) show();
})();
