// Tells a host who looks elsewhere that somebody came: a chime and, if asked for, a notification. A burst is one alert, also with
// the desk open in several tabs; the number in the title and on the app's badge is always right. What is chosen here is kept
// in this browser.

const APART = 10_000;
const MUTED_FOR = 15 * 60_000;
const [LAST, SOUND_OFF, MUTED_UNTIL] = ["desk-alerted-at", "desk-sound-off", "desk-muted-until"];

const desk = document.getElementById("main");
const sound = document.getElementById("sound-on-arrival");
const mute = document.getElementById("mute-alerts");
const notify = document.getElementById("notify-on-arrival");
const state = document.getElementById("alerts-state");

const stored = (name) => Number(localStorage.getItem(name) ?? 0);
const isMuted = () => Date.now() < stored(MUTED_UNTIL);

/** Somebody asks to join. */
export function somebodyCame() {
  const now = Date.now();
  if (isMuted() || (now - stored(LAST) < APART && now >= stored(LAST))) return;
  localStorage.setItem(LAST, now);
  if (!localStorage.getItem(SOUND_OFF)) chime();
  if (document.hidden && globalThis.Notification?.permission === "granted") {
    new Notification(desk.dataset.title, { body: desk.dataset.asks, tag: desk.dataset.path });
  }
}

/** How many wait, for the badge of an installed page. */
export function badge(count) {
  const done = count ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
  done?.catch(() => {});
}

// Two soft tones. Before the page was touched, browsers let no page make a sound.
let audio;

function chime() {
  audio ??= new AudioContext();
  audio.resume();
  [[659, 0], [880, 0.16]].forEach(([pitch, after]) => {
    const [tone, volume] = [audio.createOscillator(), audio.createGain()];
    const start = audio.currentTime + after;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.12, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.5);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.5);
  });
}

function show() {
  sound.checked = !localStorage.getItem(SOUND_OFF);
  const muted = isMuted();
  mute.setAttribute("aria-pressed", muted);
  const permission = globalThis.Notification?.permission ?? "denied";
  notify.hidden = permission === "granted";
  notify.disabled = permission === "denied";
  state.textContent = muted ? state.dataset.muted : permission === "denied" ? state.dataset.refused : "";
}

sound.addEventListener("change", () => {
  if (sound.checked) localStorage.removeItem(SOUND_OFF);
  else localStorage.setItem(SOUND_OFF, "1");
});
document.getElementById("test-sound").addEventListener("click", chime);
mute.addEventListener("click", () => {
  if (isMuted()) localStorage.removeItem(MUTED_UNTIL);
  else localStorage.setItem(MUTED_UNTIL, Date.now() + MUTED_FOR);
  show();
});
notify.addEventListener("click", async () => {
  await Notification.requestPermission();
  show();
});
setInterval(show, 30_000);
show();
