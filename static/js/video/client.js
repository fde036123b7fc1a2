// The boundary to the video side: the call page speaks with a VideoClient and never learns which adapter it is.
//
// A client comes from `await create(pass)`, where a pass is what the server answers to POST …/token:
// { provider, api_key | application_id, session_id, token, role, generation, expires_at }.
//
//   connect(pass)       joins; answers { role, can: { publish, subscribe, moderate }, people, streams } of the others, and
//                       `connection`, the id of this connection, where the server must be told it
//   reconnect(pass)     the same on a new connection, for a new role or after a fault. What was published and subscribed
//                       ends with the old connection; local tracks go on running and are the page's
//   publish({ name, audioTrack, videoTrack, audio, video })   name is "camera" or "screen"; answers the stream's id
//   unpublish(name)
//   subscribe(stream)   its media comes with the event `media`; lost media is fetched again by itself
//   unsubscribe(stream)
//   layer(stream, size) a hint: "small" or "large" picture
//   setAudio(name, on)  setVideo(name, on)
//   replaceTrack(name, kind, track)   answers the stream's id, which may be a new one
//   disconnectPerson(connection)  mute(stream)  muteAll(exceptStreams)  stopPublishing(stream)   for moderators; may
//                       answer a promise, which fails when the provider would not
//   tellRosterChanged() the others should read the roster again
//   levels()            answers a Map from stream to loudness, 0 to 1, one's own included
//   quality()           answers { loss, rtt } since the last call: a share of 1, and seconds
//   leave()
//   on(event, handler)
//
// A person is { connection, person, role?, since }, without a role where only the roster knows it; a stream { stream, connection, person, name, hasAudio, hasVideo,
// audio, video, muted }. connect and reconnect fail with an error whose `reason` is full, expired, voided, network or
// failed. Events, each with one object:
//
//   joined (a person)   left { connection, person, reason }
//   streamAdded (a stream)   streamChanged (a stream)   streamRemoved { stream, connection, reason }
//   media { stream, media: MediaStream }
//   mutedByModerator { name }   stoppedByModerator { name }
//   disconnected { reason: left | removed | replaced | network | expired | failed }   nothing more comes after it
//   reconnecting {}   reconnected {}   the adapter mends a short fault by itself
//   rosterChanged {}

const ADAPTERS = {
  local: async () => (await import("./local.js")).LocalClient,
  opentok: platform,
  vonage: platform,
};

// Both kinds of account speak through the same script of the vendor.
async function platform(script) {
  const [{ OpenTokClient }, { load }] = await Promise.all([import("./opentok.js"), import("./opentok_script.js")]);
  if (!(await load(script))) throw new Unsupported("opentok");
  return OpenTokClient;
}

/** Fetches an adapter's code ahead, so that nobody with a token waits for it. */
export function prepare(provider, script) {
  return ADAPTERS[provider]?.(script).catch(() => {});
}

/** The client for a pass; fails when this page has no adapter for the provider. `script` is the vendor's, if it has one. */
export async function create(pass, script) {
  const adapter = ADAPTERS[pass.provider];
  if (!adapter) throw new Unsupported(pass.provider);
  const Client = await adapter(script);
  return new Client(pass);
}

export class Unsupported extends Error {}
