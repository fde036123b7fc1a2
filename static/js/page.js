// On every page: says that scripts work, switches light and dark, and keeps relative times true.

document.documentElement.classList.add("js");

const stored = localStorage.getItem("theme");
if (stored) document.documentElement.dataset.theme = stored;

document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-theme-switch]")) return;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const now = document.documentElement.dataset.theme ?? (dark ? "dark" : "light");
  const next = now === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  localStorage.setItem("theme", next);
});

// A menu closes when something else is pressed, or with Escape.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// Numbers and times as the page's language has them, with the digits that the server writes.
const language = document.documentElement.lang;
export const locale = `${language}-u-nu-latn`;
const kinds = new Intl.PluralRules(language);

/** A sentence of the server's with a number in it: see `counted` in src/web/markup.rs. */
export function counted(forms, count) {
  const [other, ...special] = forms.split("~");
  const kind = `${kinds.select(count)}=`;
  const form = special.find((said) => said.startsWith(kind))?.slice(kind.length) ?? other;
  return form.replace("#", count);
}

// Relative times in the server's own words and by its rules: see `relative` in src/web/markup.rs.
const [ago, ahead] = ["ago", "in"].map((way) => document.documentElement.dataset[way].split("|"));

export function relative(at, now = Date.now()) {
  const seconds = Math.trunc((now - at) / 1000);
  if (seconds >= 0 && seconds < 5) return ago[0];
  const [words, half] = seconds < 0 ? [ahead, 0.5] : [ago, 0];
  const size = Math.abs(seconds);
  const inUnitsOf = (unit) => Math.floor(size / unit + half);
  const [count, pattern] = size < 60 ? [size, 1]
    : inUnitsOf(60) < 60 ? [inUnitsOf(60), 2]
    : inUnitsOf(3600) < 24 ? [inUnitsOf(3600), 3]
    : [inUnitsOf(86400), 4];
  return counted(words[pattern], count);
}

export function refreshTimes(root = document) {
  for (const time of root.querySelectorAll("time[data-when]")) {
    const text = relative(Date.parse(time.dateTime));
    if (time.textContent !== text) time.textContent = text;
  }
}

setInterval(refreshTimes, 5000);
