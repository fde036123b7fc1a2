// From what is known of the call to what is shown: which tiles, who is present.

const publishes = (role) => role !== "subscriber";

/** The tiles, screens first, then oneself, then the others by time. */
export function tilesOf(state, publishing, people) {
  const others = [...state.people.values()].sort((one, other) => one.since - other.since);
  const streams = [...state.streams.values()];
  const screens = streams.filter((stream) => stream.name === "screen").map((stream) => ({
    ...tileOf(state, people, { person: stream.person, role: "publisher" }, stream),
    key: `${stream.person}/screen`,
    screen: true,
    muted: false,
  }));
  const cameras = others.filter((one) => publishes(one.role)).map((one) => {
    const stream = streams.find(({ connection, name }) => connection === one.connection && name === "camera");
    return tileOf(state, people, one, stream);
  });
  return [...screens, ...(state.can.publish ? [ownTile(state, publishing)] : []), ...cameras];
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
