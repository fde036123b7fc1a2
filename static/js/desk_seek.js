// Finds while one types. The server looks through the whole queue, of which the page has only the first rows; without this
// script the same form asks for the page. The address says what is looked for, so that a reload shows it again.

import { seek } from "./desk.js";

const form = document.getElementById("seek");
const more = document.querySelector("#more-waiting a");
let waits;

function look() {
  clearTimeout(waits);
  const wanted = [...new FormData(form)].filter(([, value]) => value.trim() !== "");
  const query = wanted.length ? `&${new URLSearchParams(wanted)}` : "";
  for (const link of [location, more]) {
    const address = new URL(link.href);
    for (const name of ["q", "only"]) address.searchParams.delete(name);
    for (const [name, value] of wanted) address.searchParams.set(name, value);
    if (link === more) more.href = address;
    else history.replaceState(null, "", address);
  }
  seek(query);
}

form.addEventListener("input", () => {
  clearTimeout(waits);
  waits = setTimeout(look, 200);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  look();
});
