// The door of the call: fetches a token for the role of this moment, and a new one when the role changes.
import { follow } from "./truth.js";

const call = document.getElementById("call");
const room = call.dataset.room;
const pass = document.getElementById("pass");
let generation;

follow((status) => {
  if (status.state !== "admitted") return location.assign(`/r/${room}`);
  for (const words of call.querySelectorAll("[data-role]")) words.hidden = words.dataset.role !== status.role;
  if (status.generation !== generation) {
    generation = status.generation;
    fetchToken();
  }
});

async function fetchToken() {
  const wanted = generation;
  try {
    const answer = await fetch(`/r/${room}/token`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ generation: wanted }),
    });
    if (answer.ok) {
      await answer.json();
      pass.textContent = pass.dataset.ready;
      pass.classList.add("here");
      return;
    }
    if (answer.status === 409 || answer.status === 410) return;
  } catch {
    // Tried again below.
  }
  pass.textContent = pass.dataset.failed;
  pass.classList.remove("here");
  setTimeout(() => { if (wanted === generation) fetchToken(); }, 2000);
}
