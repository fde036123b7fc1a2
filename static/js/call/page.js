// The call page of guests and hosts. It holds what is true of the call and has the other modules show it; it knows the
// video side only as a VideoClient.
import { follow } from "../truth.js";
import { before } from "./before.js";
import * as controls from "./controls.js";
import { ask, close } from "./dialogs.js";
import * as door from "./door.js";
import { chosen } from "./media.js";
import { actor, muteEverybody } from "./moderating.js";
import { tell } from "./news.js";
import { People } from "./people.js";
import { Publishing } from "./publishing.js";
import * as quality from "./quality.js";
import { presentOf, sizeOf, tilesOf } from "./scene.js";
import { Session } from "./session.js";
import { Tiles } from "./tiles.js";

/** A fault this short is not worth words. */
const SAY_LOST_AFTER = 700;

const main = document.getElementById("main");
const lostLine = document.getElementById("lost");
const { base, desk, provider, script } = main.dataset;

let pending = false;

const state = {
  own: main.dataset.person,
  ownName: main.dataset.name,
  base,
  desk,
  role: main.dataset.role,
  can: { publish: false, subscribe: false, moderate: false },
  people: new Map(), // by connection
  streams: new Map(),
  media: new Map(), // by stream
  hand: false,
  /** The hand was up when the role came. */
  asked: false,
  promoted: main.dataset.invited === "subscriber",
  get client() { return session.isIn ? session.client : undefined; },
  ownStreams: () => [publishing.stream, publishing.screenStream].filter(Boolean),
};

const session = new Session(base, { provider, script }, {
  started: listen,
  entered,
  lost,
  over,
  notAdmitted: () => goTo(desk ?? base),
});
const publishing = new Publishing(session, changed);
const tiles = new Tiles();
const people = new People(base, changed, (...act) => acts(...act));
const acts = actor(state, people);

controls.start({
  microphone: () => publishing.toggleMicrophone(),
  camera: () => publishing.toggleCamera(),
  screen: () => publishing.toggleScreen(),
  hand: () => raiseHand(!state.hand),
  "step-down": stepDown,
  "mute-everybody": () => muteEverybody(state, people),
});
document.getElementById("leave-form")?.addEventListener("submit", () => session.leave());
if (desk) door.start(base, desk);
else follow(truth, base);
join();

// Watching begins at once; being seen and heard, when the devices are chosen.
function join() {
  changed();
  people.refresh();
  if (speaks(state.role)) {
    if (chosen()) publishing.open();
    else publishing.opensWith(before(publishing.media, sentence));
  }
  session.enter();
}

function speaks(role) {
  return role !== "subscriber";
}

function sentence(problem) {
  const key = problem.endsWith("-missing") ? problem : `media-${problem}`;
  return document.getElementById("news").content.querySelector(`[data-news="${key}"]`).textContent.trim();
}

function goTo(path) {
  session.leave();
  publishing.stop();
  location.assign(path);
}

// What the application says of this guest.
function truth(status) {
  if (status.state !== "admitted") return goTo(base);
  if (state.hand && status.role !== "subscriber") state.asked = true;
  state.hand = status.hand;
  changed();
  session.wants(status.generation);
}

function listen(client) {
  const set = (map, key) => (value) => { map().set(value[key], value); changed(); };
  client.on("joined", (person) => {
    set(() => state.people, "connection")(person);
    people.refresh();
  });
  client.on("left", ({ connection }) => {
    state.people.delete(connection);
    changed();
  });
  client.on("streamAdded", (stream) => {
    set(() => state.streams, "stream")(stream);
    if (state.can.subscribe) client.subscribe(stream.stream);
  });
  client.on("streamChanged", set(() => state.streams, "stream"));
  client.on("streamRemoved", ({ stream }) => {
    state.streams.delete(stream);
    state.media.delete(stream);
    changed();
  });
  client.on("media", ({ stream, media }) => {
    state.media.set(stream, media);
    changed();
  });
  client.on("mutedByModerator", ({ name }) => {
    if (name === "camera") publishing.muted();
    tell("was-muted");
  });
  client.on("stoppedByModerator", ({ name }) => {
    publishing.stopped(name);
    tell("was-stopped");
  });
  client.on("rosterChanged", () => people.refresh());
  client.on("reconnecting", () => quality.show("interrupted"));
  client.on("reconnected", () => quality.show("good"));
  quality.watch(client, () => session.isIn, (levels) => tiles.showSpeaking(levels, publishing.stream));
}

function entered({ role, can, people: connected, streams }) {
  const roleBefore = state.role;
  Object.assign(state, { role, can });
  state.people = new Map(connected.map((person) => [person.connection, person]));
  state.streams = new Map(streams.map((stream) => [stream.stream, stream]));
  for (const stream of [...state.media.keys()]) if (!state.streams.has(stream)) state.media.delete(stream);
  if (can.subscribe) for (const stream of state.streams.keys()) session.client.subscribe(stream);
  clearTimeout(lost.timer);
  lostLine.hidden = true;
  quality.show("good");
  people.refresh();
  changed();
  inRole(roleBefore);
}

// What a role means for one's own camera and microphone.
async function inRole(roleBefore) {
  const { role, can } = state;
  const gained = can.publish && !speaks(roleBefore);
  const isOffer = gained && !state.asked;
  if (role !== roleBefore) {
    if (!isOffer) tell(`now-${role}`);
    session.client.tellRosterChanged();
  }
  if (!can.publish) {
    close("before");
    close("offer");
    publishing.stop();
    state.promoted = true; // whoever speaks again has been asked to
    return;
  }
  state.asked = false;
  if (!isOffer) return publishing.goLive();
  publishing.allow();
  const answer = await ask("offer", { escapable: true });
  if (answer === "decline") return stepDown();
  if (answer !== "accept" || !state.can.publish) return undefined;
  tell(`now-${state.role}`);
  publishing.stop();
  return publishing.goLive();
}

function lost() {
  quality.show("interrupted");
  clearTimeout(lost.timer);
  lost.timer = setTimeout(() => { lostLine.hidden = false; }, SAY_LOST_AFTER);
}

async function over(kind) {
  clearTimeout(lost.timer);
  lostLine.hidden = true;
  close("offer");
  publishing.stop();
  state.people.clear();
  state.streams.clear();
  state.can = { publish: false, subscribe: false, moderate: false };
  quality.show("interrupted");
  changed();
  await ask(`end-${kind}`);
  if (kind === "replaced") session.enter();
  else if (kind === "removed") location.assign(desk ?? base);
  else location.reload();
}

async function raiseHand(raised) {
  if (!(await door.decide(`${base}/hand`, { raised }))) return tell("act-failed");
  state.hand = raised;
  if (raised) tell("hand-up");
  session.client?.tellRosterChanged();
  people.refresh();
  changed();
  return undefined;
}

async function stepDown() {
  if (!(await door.decide(`${base}/step-down`))) tell("act-failed");
}

// Shows everything anew, once for all that happened in one go.
function changed() {
  if (pending) return;
  pending = true;
  queueMicrotask(() => {
    pending = false;
    const { can, role, promoted, hand, own } = state;
    session.publishes(state.ownStreams());
    const { media } = publishing;
    const shown = tilesOf(state, publishing, people);
    tiles.render(shown);
    for (const stream of state.streams.values()) session.client?.layer(stream.stream, sizeOf(stream, shown.length));
    people.render({ own, can, isHost: Boolean(desk), present: presentOf(state) });
    controls.render({
      can, role, promoted, hand,
      hands: people.hands,
      audio: media.audio && Boolean(media.audioTrack),
      video: media.video && Boolean(media.videoTrack),
      screen: Boolean(media.screen),
    });
  });
}
