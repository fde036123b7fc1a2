// Who is who: names and roles from the application's roster, and the panel with everybody in it.
import { count, paintAvatar, paintName, part, piece, setText, showOnly } from "./pieces.js";

const AT_MOST_EVERY = 1000;
/** While the panel is open, in case a hint got lost. */
const LOOK_AGAIN = 15_000;

export class People {
  #base;
  #changed;
  #act;
  #list = document.getElementById("people-list");
  #panel = document.getElementById("people");
  #roster = new Map();
  #rows = new Map();
  #asked = 0;
  #timer;

  /** `changed` is called when names or hands changed; `act(name, person, value)` when a button was pressed. */
  constructor(base, changed, act) {
    this.#base = base;
    this.#changed = changed;
    this.#act = act;
    this.#list.addEventListener("click", (event) => this.#pressed(event));
    setInterval(() => { if (!this.#panel.hidden) this.refresh(); }, LOOK_AGAIN);
  }

  nameOf(person) {
    return this.#roster.get(person)?.name ?? "…";
  }

  entry(person) {
    return this.#roster.get(person);
  }

  get hands() {
    return [...this.#roster.values()].filter((entry) => entry.hand).length;
  }

  /** Reads the roster, soon, and at most once a second. */
  refresh() {
    if (this.#timer) return;
    const wait = Math.max(0, this.#asked + AT_MOST_EVERY - performance.now());
    this.#timer = setTimeout(async () => {
      this.#timer = undefined;
      this.#asked = performance.now();
      try {
        const answer = await fetch(`${this.#base}/roster`, { headers: { accept: "application/json" } });
        if (!answer.ok) return;
        const { people } = await answer.json();
        this.#roster = new Map(people.map((entry) => [entry.person, entry]));
        this.#changed();
      } catch {
        // Asked again with the next change.
      }
    }, wait);
  }

  /** Persons whose "Leave unmuted" is ticked. */
  get spared() {
    const ticked = ([, row]) => row.querySelector("input").checked;
    return new Set([...this.#rows].filter(ticked).map(([person]) => person));
  }

  /**
   * Shows everybody of the roster. `present` has who is connected, by person: { audio, publishes }; `can` is what the
   * one in front of the page may do.
   */
  render({ own, present, can, isHost }) {
    setText(document.getElementById("people-count"), count(present.size));
    for (const [person, row] of this.#rows) {
      if (this.#roster.has(person)) continue;
      row.remove();
      this.#rows.delete(person);
    }
    let before = null;
    for (const entry of this.#roster.values()) {
      const row = this.#row(entry.person);
      this.#paint(row, entry, { own, can, isHost, here: present.get(entry.person) });
      // A row is moved only if it must be: moving one takes the focus from its buttons.
      const next = before ? before.nextElementSibling : this.#list.firstElementChild;
      if (next !== row) this.#list.insertBefore(row, next);
      before = row;
    }
  }

  #row(person) {
    if (!this.#rows.has(person)) {
      const row = piece("person");
      row.dataset.person = person;
      const name = row.querySelector(".name");
      name.id = `name-${person}`;
      for (const button of row.querySelectorAll(".actions [data-act]")) button.setAttribute("aria-describedby", name.id);
      this.#rows.set(person, row);
    }
    return this.#rows.get(person);
  }

  #paint(row, entry, { own, can, isHost, here }) {
    const isOwn = entry.person === own;
    paintAvatar(row.querySelector(".avatar"), entry.name, entry.person);
    paintName(row.querySelector(".name"), entry.name);
    part(row, "you").hidden = !isOwn;
    part(row, "here").hidden = isOwn || !here;
    part(row, "not-here").hidden = isOwn || Boolean(here);
    part(row, "hand").hidden = !entry.hand;
    showOnly(row.querySelector(".who"), "role", entry.role);
    const guest = isHost && entry.admission && !isOwn;
    const shown = {
      mute: can.moderate && here?.audio && !isOwn,
      stop: can.moderate && here?.publishes && !isOwn,
      spare: can.moderate && here?.publishes && !isOwn,
      remove: (can.moderate && here && !isOwn) || guest,
      "send-back": guest,
      role: guest,
    };
    for (const action of row.querySelectorAll("[data-act]")) {
      const same = action.dataset.act === "role" && action.value === entry.role;
      action.hidden = !shown[action.dataset.act] || same;
    }
    row.querySelector(".actions").hidden = !Object.values(shown).some(Boolean);
  }

  #pressed({ target }) {
    const button = target.closest("button[data-act]");
    if (button) this.#act(button.dataset.act, button.closest("[data-person]").dataset.person, button.value);
  }
}
