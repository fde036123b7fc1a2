// Before joining, for whoever comes directly: look, listen, choose, join. It never blocks: without devices one watches.
import { ask } from "./dialogs.js";
import { NONE, keepChoice } from "./media.js";

const KINDS = [["camera", "videoinput"], ["microphone", "audioinput"]];

/** Opens the devices as chosen, and answers what is wrong with them when Join is pressed. */
export async function before(media, says) {
  const selects = KINDS.map(([name]) => document.getElementById(`${name}-choice`));
  let opening = open();
  for (const select of selects) select.addEventListener("change", () => { opening = opening.then(open); });

  async function open() {
    const choice = Object.fromEntries(KINDS.map(([name], at) => [name, selects[at].dataset.listed && selects[at].value]));
    const problem = await media.open(choice);
    show(media, problem && says(problem));
    await list(media, selects);
    return problem;
  }

  const joined = ask("before");
  await joined;
  const problem = await opening;
  document.getElementById("preview").srcObject = null;
  if (!problem) keepChoice(Object.fromEntries(KINDS.map(([name], at) => [name, selects[at].value])));
  return problem;
}

function show(media, problem) {
  const video = document.getElementById("preview");
  video.srcObject = media.videoTrack ? new MediaStream([media.videoTrack]) : null;
  video.hidden = !media.videoTrack;
  video.nextElementSibling.hidden = !video.hidden;
  video.play().catch(() => {});
  const line = document.getElementById("before-problem");
  line.hidden = !problem;
  line.textContent = problem ?? "";
}

async function list(media, selects) {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  for (const [at, [, kind]] of KINDS.entries()) {
    const track = kind === "videoinput" ? media.videoTrack : media.audioTrack;
    const own = devices.filter((device) => device.kind === kind && device.deviceId);
    const none = selects[at].querySelector(`[value="${NONE}"]`);
    const options = own.map((device, index) => new Option(device.label || `${index + 1}`, device.deviceId));
    selects[at].replaceChildren(...options, none);
    selects[at].value = track?.getSettings().deviceId ?? NONE;
    selects[at].dataset.listed = "yes";
  }
}
