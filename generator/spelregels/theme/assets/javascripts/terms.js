// Show what a term means, beside it: under the mouse, with the focus, or at a tap. A click, Enter
// and a second tap follow the link to the glossary. Escape closes; the mouse may go over it.
(() => {
  const GAP = 6;
  const REST = 100; // milliseconds that the mouse rests on a word before its meaning is shown
  const WAIT = 250; // and in which it can cross from the word to its meaning
  const box = document.createElement("div");
  box.className = "sr-meaning";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  document.body.append(box);
  let shown = null;
  let timer = 0;
  let tapped = false;

  const nameOf = (link) => document.getElementById(link.hash.slice(1));
  const meaningOf = (link) => nameOf(link)?.nextElementSibling;

  function place(link, x) {
    const lines = [...link.getClientRects()];
    const line = lines.find(({ left, right }) => left <= x && x <= right) || lines[0];
    const { offsetWidth, offsetHeight } = box;
    const furthest = document.documentElement.clientWidth - offsetWidth - GAP;
    const isBelow = line.bottom + GAP + offsetHeight < innerHeight || line.top < offsetHeight * 2;
    const top = isBelow ? line.bottom + GAP : line.top - offsetHeight - GAP;
    box.style.left = `${Math.max(GAP, Math.min(line.left, furthest)) + scrollX}px`;
    box.style.top = `${top + scrollY}px`;
  }

  function show(link, x = NaN) {
    clearTimeout(timer);
    if (shown === link) return;
    const word = document.createElement("strong");
    word.textContent = nameOf(link).textContent;
    const meaning = meaningOf(link).cloneNode(true);
    for (const inner of meaning.querySelectorAll("a")) inner.replaceWith(...inner.childNodes);
    box.replaceChildren(word, ...meaning.childNodes);
    box.hidden = false;
    shown = link;
    place(link, x);
  }

  function hide() {
    clearTimeout(timer);
    box.hidden = true;
    shown = null;
  }

  function leave() {
    clearTimeout(timer);
    const isHeld = () => shown === document.activeElement || box.matches(":hover");
    timer = setTimeout(() => isHeld() || hide(), WAIT);
  }

  for (const link of document.querySelectorAll("a.sr-term")) {
    const meaning = meaningOf(link);
    if (!meaning) continue;
    meaning.id ||= `${link.hash.slice(1)}-means`;
    link.setAttribute("aria-describedby", meaning.id);
    link.addEventListener("pointerenter", ({ pointerType, clientX }) => {
      clearTimeout(timer);
      if (pointerType !== "touch") timer = setTimeout(show, REST, link, clientX);
    });
    link.addEventListener("pointerleave", leave);
    link.addEventListener("pointerdown", ({ pointerType }) => {
      tapped = pointerType === "touch" && shown !== link;
    });
    link.addEventListener("pointercancel", () => (tapped = false));
    link.addEventListener("focus", () => tapped || show(link));
    link.addEventListener("blur", leave);
    link.addEventListener("click", (event) => {
      if (tapped) {
        event.preventDefault();
        show(link, event.clientX);
      }
      tapped = false;
    });
  }
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", leave);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  document.addEventListener("pointerdown", ({ target }) => {
    if (shown && !box.contains(target) && !shown.contains(target)) hide();
  });
  addEventListener("resize", hide);
  addEventListener("pagehide", hide);
})();
