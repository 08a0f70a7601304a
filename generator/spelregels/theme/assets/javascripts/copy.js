// Copy the address of a rule, and say so; without this script the address is there to select.
(() => {
  const button = document.querySelector(".sr-copy");
  const address = document.querySelector(".sr-address");
  const said = document.querySelector(".sr-quote [role=status]");
  if (!button) return;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address.textContent);
      return true;
    } catch {
      getSelection().selectAllChildren(address); // no leave, or no safe connection
      return document.execCommand("copy");
    }
  };
  button.hidden = false;
  button.addEventListener("click", async () => {
    said.textContent = "";
    if (await copy()) said.textContent = button.dataset.copied;
  });
})();
