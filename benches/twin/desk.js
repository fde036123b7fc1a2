// The twins' desk: a row for each guest, with what a host can do.

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text) => text.replace(/[&<>"']/g, (character) => ESCAPES[character]);

const ROLES = { viewer: "Admit as viewer", speaker: "Admit as speaker", moderator: "Admit as moderator" };
const REASONS = { full: "The room is full", unknown: "Not known here", late: "Too late", other: "Another reason" };

const items = (choices, path, name) =>
  Object.entries(choices)
    .map(([value, text]) => `<button class="menu-item" form="act" formaction="${path}" name="${name}" value="${value}">${text}</button>`)
    .join("");

function waited(askedAt, now) {
  const minutes = Math.floor((now - askedAt) / 60_000);
  return minutes === 0 ? "just now" : `${minutes} min`;
}

const initials = (name) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");

function row({ id, name, askedAt }, now) {
  const path = `/guests/${id}`;
  const [shown, asked] = [escape(name), new Date(askedAt).toISOString()];
  return `<li class="row" id="guest-${id}" data-state="waiting"><input type="checkbox" name="id" form="many" value="${id}" aria-label="Choose ${shown}">
<div class="who"><span class="avatar" aria-hidden="true">${escape(initials(name))}</span><bdi class="name" id="name-${id}" title="${shown}">${shown}</bdi><time class="chip" datetime="${asked}">${waited(askedAt, now)}</time></div>
<div class="actions"><button class="button filled" form="act" formaction="${path}/admit" aria-describedby="name-${id}">Admit</button>
<button class="button danger" form="act" formaction="${path}/deny" aria-describedby="name-${id}">Deny</button>
<details class="menu"><summary class="button text" aria-describedby="name-${id}">More</summary><div class="menu-list" role="group" aria-labelledby="name-${id}">
${items(ROLES, `${path}/admit`, "role")}<hr>
<button class="menu-item" form="act" formaction="${path}/hold">Hold</button><a class="menu-item" href="${path}/message">Send a message</a><hr>
${items(REASONS, `${path}/deny`, "reason")}</div></details></div></li>`;
}

// `guests`: id, name and askedAt (milliseconds) of those shown; `waiting`: how many there are.
export function deskPage(guests, waiting, now) {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Hearing</title><link rel="stylesheet" href="/desk.css"><script src="/desk.js" defer></script></head>
<body><header><h1>Hearing</h1><p>${waiting} waiting</p></header>
<form id="act" method="post"></form><form id="many" method="post" action="/guests/admit-many"><button>Admit the chosen</button></form>
<main><ul class="queue">
${guests.map((guest) => row(guest, now)).join("\n")}
</ul></main></body></html>
`;
}
