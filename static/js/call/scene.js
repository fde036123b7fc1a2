// From what is known of the call to what is shown: which tiles, who is present.

const publishes = (role) => role !== "subscriber";

/** The tiles, screens first, then oneself, then the others by time. */
export function tilesOf(state, publishing, people) {
  const others = placesOf(state).map((one) => ({ ...one, role: one.role ?? people.entry(one.person)?.role }));
  const streams = [...state.streams.values()];
  const screens = streams.filter((stream) => stream.name === "screen").map((stream) => ({
    ...tileOf(state, people, { person: stream.person, role: "publisher" }, stream),
    key: `${stream.person}/screen`,
    screen: true,
    muted: false,
  }));
  const camera = (one) => streams.find(({ connection, name }) => connection === one.connection && name === "camera");
  // Until the roster says which role somebody has, what they publish does.
  const visible = others.filter((one) => (one.role ? publishes(one.role) : camera(one)));
  const cameras = visible.map((one) => tileOf(state, people, one, camera(one)));
  return [...screens, ...(state.can.publish ? [ownTile(state, publishing)] : []), ...cameras];
}

// One place for each person, by time: where a provider shows somebody twice, the newer connection.
function placesOf(state) {
  const newest = new Map();
  for (const one of [...state.people.values()].sort((first, second) => first.since - second.since)) {
    newest.set(one.person, one);
  }
  return [...newest.values()].sort((first, second) => first.since - second.since);
}

function tileOf(state, people, { person, role }, stream) {
  return {
    key: person,
    person,
    role,
    name: people.nameOf(person),
    hand: people.entry(person)?.hand ?? false,
    own: false,
    screen: false,
    stream: stream?.stream,
    media: stream && state.media.get(stream.stream),
    video: Boolean(stream?.hasVideo && stream.video),
    muted: !(stream?.hasAudio && stream.audio),
  };
}

function ownTile(state, { media, preview }) {
  return {
    key: "own",
    person: state.own,
    role: state.role,
    name: state.ownName,
    hand: false,
    own: true,
    screen: false,
    media: preview,
    video: media.video && Boolean(preview),
    muted: !(media.audio && media.audioTrack),
  };
}

/** Who is connected, by person: whether they are heard, and whether they publish. */
export function presentOf(state) {
  const present = new Map([[state.own, { audio: false, publishes: false }]]);
  for (const { person } of state.people.values()) present.set(person, { audio: false, publishes: false });
  for (const { person, hasAudio, audio } of state.streams.values()) {
    if (!present.has(person)) continue;
    present.get(person).publishes = true;
    if (hasAudio && audio) present.get(person).audio = true;
  }
  return present;
}

const NARROW = matchMedia("(max-width: 47.99em)");

/** Small pictures where there is little room for each. */
export function sizeOf(stream, tiles) {
  return stream.name === "camera" && tiles > (NARROW.matches ? 2 : 4) ? "small" : "large";
}
