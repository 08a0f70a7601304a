// Show the requests with one answer; which one stands in the address.
(() => {
  const choose = document.querySelector(".sr-choose");
  if (!choose) return;
  const buttons = [...choose.querySelectorAll("button")];
  const requests = [...document.querySelectorAll(".sr-asked")];
  const shown = document.querySelector(".sr-shown");

  const read = () => {
    const answer = new URLSearchParams(location.search).get("answer") || "";
    const asked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const request = asked && asked.closest(".sr-asked");
    const isThere = buttons.some(({ dataset }) => dataset.answer === answer);
    // Who follows a link to a request wants to see it, whatever the filter says.
    return isThere && !(request && request.dataset.answer !== answer) ? answer : "";
  };

  const show = (answer) => {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", button.dataset.answer === answer);
    }
    for (const request of requests) {
      request.hidden = answer !== "" && request.dataset.answer !== answer;
    }
    const visible = requests.filter(({ hidden }) => !hidden).length;
    shown.textContent = answer && shown.dataset.phrase
      .replace("{shown}", visible).replace("{count}", requests.length);
  };

  choose.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    const address = new URL(location);
    address.hash = "";
    if (button.dataset.answer) address.searchParams.set("answer", button.dataset.answer);
    else address.searchParams.delete("answer");
    history.replaceState(null, "", address);
    show(button.dataset.answer);
  });
  addEventListener("hashchange", () => show(read()));
  choose.hidden = false;
  show(read());
})();
