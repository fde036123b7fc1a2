// The form behind a link: remembers the name for next time, and the link itself for "Ask again".
import "./devices.js";

const form = document.querySelector("form[data-room]");
const name = document.getElementById("name");

if (name && !name.value) name.value = localStorage.getItem("guest-name") ?? "";
form?.addEventListener("submit", () => {
  if (name) localStorage.setItem("guest-name", name.value.trim());
  localStorage.setItem(`invite-${form.dataset.room}`, location.pathname);
});
document.querySelector("[aria-invalid]")?.focus();
