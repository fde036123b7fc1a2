// What moderators do to others in the call, and hosts through the application besides.
import { decide } from "./door.js";
import { tell } from "./news.js";

/** Answers the handler for the buttons of the people panel. `state` is the page's. */
export function actor(state, people) {
  const connectionOf = (person) => [...state.people.values()].find((one) => one.person === person)?.connection;
  const streamsOf = (person) => [...state.streams.values()].filter((stream) => stream.person === person);
  const asHost = async (person, act, fields) => {
    const done = await decide(`${state.desk}/admissions/${people.entry(person)?.admission}/${act}`, fields);
    if (!done) tell("act-failed");
    people.refresh();
  };
  const putOut = async (person) => {
    if (!(await decide(`${state.base}/put-out`, { person }))) tell("act-failed");
  };
  const acts = {
    mute: (person) => Promise.all(streamsOf(person).map((stream) => state.client.mute(stream.stream))),
    stop: (person) => Promise.all(streamsOf(person).map((stream) => state.client.stopPublishing(stream.stream))),
    remove: (person) => {
      if (state.desk && people.entry(person)?.admission) return asHost(person, "remove");
      // Hosts stay hosts: they can be disconnected, by one another and by guests who moderate, and come back.
      if (state.desk || people.entry(person)?.host) return state.client.disconnectPerson(connectionOf(person));
      return putOut(person);
    },
    role: (person, role) => asHost(person, "role", { role }),
    "send-back": (person) => asHost(person, "send-back"),
  };
  return (act, person, value) => { if (state.client) attempt(acts[act](person, value)); };
}

/** Mutes all but oneself and those who are spared. */
export function muteEverybody(state, people) {
  const spared = people.spared;
  const except = [...state.streams.values()].filter((stream) => spared.has(stream.person)).map((stream) => stream.stream);
  const own = state.ownStreams();
  attempt(state.client?.muteAll([...except, ...own]));
}

// What a provider would not do is said; what it did is seen.
function attempt(done) {
  Promise.resolve(done).catch(() => tell("act-failed"));
}
