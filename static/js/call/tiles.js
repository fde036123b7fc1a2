// The pictures: one tile for everybody who may be seen or heard, one more for each shared screen.
import { paintAvatar, paintName, part, piece } from "./pieces.js";

/** More tiles than this are not shown; their sound is. */
const MOST = 12;

export class Tiles {
  #list = document.getElementById("tiles");
  #nobody = document.getElementById("nobody");
  #soundButton = document.getElementById("sound-on");
  #tiles = new Map(); // by key
  #isBlocked = false;

  constructor() {
    this.#soundButton.addEventListener("click", () => this.#turnSoundOn());
  }

  /**
   * Shows these tiles: { key, person, name, role, own, screen, stream, media, video, muted, hand }. A tile stays the
   * same element as long as its key is there, so that pictures do not flicker.
   */
  render(tiles) {
    const keys = new Set(tiles.map((tile) => tile.key));
    for (const [key, element] of this.#tiles) {
      if (keys.has(key)) continue;
      element.querySelector("video").srcObject = null;
      element.remove();
      this.#tiles.delete(key);
    }
    for (const tile of tiles) this.#paint(this.#element(tile), tile);
    const all = [...this.#list.querySelectorAll(".tile")];
    all.forEach((element, at) => { element.hidden = at >= MOST; });
    this.#list.dataset.count = Math.min(all.length, MOST);
    this.#nobody.hidden = all.length > 0;
  }

  /** `levels` by stream; whoever is loud enough gets a ring. */
  showSpeaking(levels, ownStream) {
    const now = performance.now();
    for (const element of this.#tiles.values()) {
      const stream = element.hasAttribute("data-own") ? ownStream : element.dataset.stream;
      if ((levels.get(stream) ?? 0) > 0.03) element.spokeAt = now;
      element.toggleAttribute("data-speaking", now - (element.spokeAt ?? -Infinity) < 700);
    }
  }

  #element(tile) {
    if (!this.#tiles.has(tile.key)) {
      const element = piece("tile");
      element.toggleAttribute("data-own", tile.own);
      if (tile.screen) element.dataset.kind = "screen";
      element.querySelector("video").muted = tile.own;
      this.#tiles.set(tile.key, element);
      // Screens stand first. What is there is never moved: a moved video stops.
      if (tile.screen) this.#list.prepend(element);
      else this.#list.append(element);
    }
    return this.#tiles.get(tile.key);
  }

  #paint(element, tile) {
    const video = element.querySelector("video");
    element.dataset.stream = tile.stream ?? "";
    element.dataset.video = tile.video && tile.media ? "on" : "off";
    paintAvatar(element.querySelector(".avatar"), tile.name, tile.person);
    paintName(element.querySelector("bdi"), tile.name);
    part(element, "moderator").hidden = tile.role !== "moderator";
    part(element, "you").hidden = !tile.own;
    part(element, "screen").hidden = !tile.screen;
    part(element, "muted").hidden = !tile.muted;
    part(element, "hand").hidden = !tile.hand;
    if (tile.media && video.srcObject !== tile.media) {
      video.srcObject = tile.media;
      if (this.#isBlocked && !tile.own) video.muted = true;
      video.play().catch((error) => this.#blocked(video, error));
    }
  }

  // Browsers may refuse sound before anything was pressed on the page. Pictures go on without.
  #blocked(video, error) {
    if (error.name !== "NotAllowedError" || video.muted) return;
    this.#isBlocked = true;
    this.#soundButton.hidden = false;
    video.muted = true;
    video.play().catch(() => {});
  }

  #turnSoundOn() {
    this.#isBlocked = false;
    this.#soundButton.hidden = true;
    for (const video of this.#list.querySelectorAll(".tile:not([data-own]) > video")) {
      video.muted = false;
      video.play().catch((error) => this.#blocked(video, error));
    }
  }
}
