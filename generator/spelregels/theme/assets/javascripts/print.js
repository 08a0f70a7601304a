// A button for whoever does not know how a browser prints; without scripts a sentence tells it.
(() => {
  const button = document.querySelector(".sr-b-print");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => print());
})();
