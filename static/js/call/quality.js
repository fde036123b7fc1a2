// Who speaks, and how good the connection is, in words.
import { showOnly } from "./pieces.js";

const LISTEN_EVERY = 200;
const MEASURE_EVERY = 3000;
/** From this share of lost packets or this round trip in seconds on, the connection is weak. */
const WEAK = { loss: 0.05, rtt: 0.4 };

const line = document.getElementById("quality");

export function show(quality) {
  showOnly(line, "quality", quality);
  line.classList.toggle("here", quality === "good");
}

/** Watches the client for as long as the page lasts; `isIn` says whether there is anything to watch. */
export function watch(client, isIn, speaking) {
  const every = (time, look) => {
    const next = async () => {
      if (isIn() && !document.hidden) await look().catch(() => {});
      setTimeout(next, time);
    };
    setTimeout(next, time);
  };
  every(LISTEN_EVERY, async () => speaking(await client.levels()));
  every(MEASURE_EVERY, async () => {
    const { loss, rtt } = await client.quality();
    if (isIn()) show(loss > WEAK.loss || rtt > WEAK.rtt ? "weak" : "good");
  });
}
