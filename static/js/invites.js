// Copies what is shown once, and lets the earliest time be given in the browser's own time zone.

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  const field = document.querySelector(button.dataset.copy);
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.parentElement.querySelector("[role=status]").textContent = button.dataset.done;
  } catch {
    // The text is selected: the keyboard copies it.
  }
});

const opens = document.getElementById("not_before");
const offset = document.getElementById("utc_offset");

function tellOffset() {
  const at = opens.value ? new Date(opens.value) : new Date();
  offset.value = String(-at.getTimezoneOffset());
}

if (opens && offset) {
  const help = document.getElementById("not_before-help");
  if (help) help.textContent = opens.dataset.localHelp;
  tellOffset();
  opens.addEventListener("change", tellOffset);
  opens.form.addEventListener("submit", tellOffset);
}
