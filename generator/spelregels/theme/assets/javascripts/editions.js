// "Which rules applied on …?": mark the edition of a day in the table of editions.
(() => {
  const question = document.querySelector(".sr-on");
  if (!question) return;
  const rows = [...document.querySelectorAll(".sr-editions tbody tr")];
  const answer = question.querySelector("output");
  question.hidden = false;
  question.querySelector("input").addEventListener("input", (event) => {
    const day = event.target.value;
    const holds = ({ dataset }) => dataset.first <= day && (!dataset.last || day <= dataset.last);
    const row = day && rows.find(holds);
    for (const other of rows) other.classList.toggle("sr-held", other === row);
    const name = row && row.cells[0].firstChild.cloneNode(true);
    answer.replaceChildren(day ? name || question.dataset.none : "");
  });
})();

// The theme names its version selector "choose a version" and leaves out the version that shows.
(() => {
  const topic = document.querySelector(".md-header__topic");
  const observer = new MutationObserver(name);
  observer.observe(topic, { childList: true, subtree: true });
  name();

  function name() {
    const button = topic.querySelector(".md-version__current");
    if (!button) return;
    observer.disconnect();
    button.setAttribute("aria-label", `${button.textContent.trim()} (${button.ariaLabel})`);
  }
})();
