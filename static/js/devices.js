// Camera and microphone before the call: a look and a listen that never block anything. What is chosen is remembered
// for the call, on this device only.

const CHOICE = "devices";
let stream;
let meter;

export function choice() {
  try {
    return JSON.parse(sessionStorage.getItem(CHOICE)) ?? {};
  } catch {
    return {};
  }
}

export function start() {
  const check = document.getElementById("device-check");
  if (!check || check.dataset.started) return;
  check.dataset.started = "";
  document.getElementById("preview-start").addEventListener("click", turnOn);
  document.getElementById("test-sound").addEventListener("click", chime);
  for (const id of ["camera-choice", "microphone-choice"]) document.getElementById(id).addEventListener("change", chosen);
  check.addEventListener("toggle", () => { if (!check.open) turnOff(); });
  if (stream) showPreview();
}

async function turnOn() {
  const { camera, microphone } = choice();
  try {
    const media = navigator.mediaDevices;
    if (!media) return say("insecure");
    stream?.getTracks().forEach((track) => track.stop());
    stream = await media.getUserMedia({
      video: camera ? { deviceId: camera } : true,
      audio: microphone ? { deviceId: microphone } : true,
    });
  } catch {
    return say("denied");
  }
  showPreview();
  await list();
  remember();
}

function turnOff() {
  stream?.getTracks().forEach((track) => track.stop());
  stream = undefined;
  cancelAnimationFrame(meter);
  const video = document.getElementById("preview");
  if (video) {
    video.hidden = true;
    document.getElementById("preview-start").hidden = false;
    video.srcObject = null;
  }
  say("off");
}

function say(what) {
  const empty = document.querySelector(".preview-empty");
  if (!empty) return;
  empty.hidden = false;
  empty.textContent = empty.dataset[what];
}

function showPreview() {
  const video = document.getElementById("preview");
  video.srcObject = stream;
  video.hidden = false;
  document.getElementById("preview-start").hidden = true;
  document.querySelector(".preview-empty").hidden = true;
  video.play().catch(() => {});
  measure();
}

function measure() {
  const level = document.getElementById("level");
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Uint8Array(analyser.fftSize);
  cancelAnimationFrame(meter);
  const step = () => {
    if (!stream) return context.close();
    analyser.getByteTimeDomainData(samples);
    const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0);
    level.value = Math.min(100, loudest * 1.5);
    meter = requestAnimationFrame(step);
  };
  step();
}

async function list() {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const active = stream.getTracks().map((track) => track.getSettings().deviceId);
  for (const [id, kind] of [["camera-choice", "videoinput"], ["microphone-choice", "audioinput"]]) {
    const own = devices.filter((device) => device.kind === kind);
    document.getElementById(id).replaceChildren(...own.map((device, index) => {
      const option = new Option(device.label || `${index + 1}`, device.deviceId);
      option.selected = active.includes(device.deviceId);
      return option;
    }));
  }
}

function chosen() {
  remember();
  turnOn();
}

// Whoever has looked at the camera has chosen: the call opens with these devices.
function remember() {
  const camera = document.getElementById("camera-choice").value;
  const microphone = document.getElementById("microphone-choice").value;
  sessionStorage.setItem(CHOICE, JSON.stringify({ camera, microphone }));
}

// A soft two-tone sound, made here so that nothing has to be loaded.
export function chime() {
  try {
    const context = new AudioContext();
    const gain = context.createGain();
    gain.connect(context.destination);
    gain.gain.setValueAtTime(0.0001, context.currentTime);
    gain.gain.exponentialRampToValueAtTime(0.2, context.currentTime + 0.03);
    gain.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + 0.9);
    [[523.25, 0], [659.25, 0.18]].forEach(([frequency, at]) => {
      const tone = new OscillatorNode(context, { frequency });
      tone.connect(gain);
      tone.start(context.currentTime + at);
      tone.stop(context.currentTime + 0.9);
    });
    setTimeout(() => context.close(), 1200);
  } catch {
    // A browser without sound is no reason to stop anything.
  }
}

start();
