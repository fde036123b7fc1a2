// Links to a page on which a host types show its form as a dialog. Without this script they are links to that page.

import { tell } from "./desk_tell.js";

const failed = document.getElementById("main").dataset.failed;

document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[data-words]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  const menu = link.closest("details.menu");
  menu?.removeAttribute("open");
  const opener = menu?.querySelector("summary") ?? link;
  try {
    const answer = await fetch(link.href);
    if (answer.redirected) return location.reload(); // to the sign-in
    if (!answer.ok) return tell(failed);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    open(page, opener);
  } catch {
    location.assign(link.href);
  }
});

function open(page, opener) {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  const title = document.createElement("h2");
  title.id = "words-title";
  title.append(...page.getElementById("words-title").childNodes);
  const form = document.adoptNode(page.querySelector("form[data-words]"));
  form.classList.remove("card");
  form.noValidate = true;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button text";
  close.textContent = document.getElementById("many-bar").dataset.cancel;
  close.addEventListener("click", () => dialog.close());
  form.append(close);
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(title, form);
  dialog.addEventListener("close", () => {
    dialog.remove();
    opener.focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(dialog, form, event.submitter);
  });
  document.body.append(dialog);
  dialog.showModal();
}

async function send(dialog, form, button) {
  const body = new URLSearchParams(new FormData(form, button));
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" } });
    if (answer.redirected) return location.reload();
    if (answer.ok) return dialog.close();
    if (answer.status === 422) return complain(form, await sentence(answer));
    tell(answer.status === 409 ? await sentence(answer) : failed);
    dialog.close();
  } catch {
    complain(form, failed);
  }
}

// A lost race is JSON, with whom it is about; everything else is a page whose paragraph says what is wrong.
async function sentence(answer) {
  if (answer.headers.get("content-type")?.includes("json")) {
    const told = await answer.json();
    return told.name ? `\u2068${told.name}\u2069: ${told.detail}` : told.detail;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("main p")?.textContent ?? failed;
}

function complain(form, text) {
  let problem = form.querySelector(".error");
  if (!problem) {
    problem = document.createElement("p");
    problem.className = "error";
    problem.id = "words-error";
    problem.setAttribute("role", "alert");
    form.prepend(problem);
  }
  problem.textContent = text;
  const field = form.querySelector("textarea, select");
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", problem.id);
  field.focus();
}
