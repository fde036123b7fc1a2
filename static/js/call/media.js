// One's own camera, microphone and screen. Tracks outlive connections: a new role goes on with the same ones.

const CHOICE = "devices";
export const NONE = "none";

/** What was chosen before the call, on this device; nothing if nothing was. */
export function chosen() {
  try {
    return JSON.parse(sessionStorage.getItem(CHOICE)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepChoice(choice) {
  sessionStorage.setItem(CHOICE, JSON.stringify(choice));
}

export class Media {
  audioTrack;
  videoTrack;
  screen;
  /** Whether microphone and camera are meant to be on. */
  audio = true;
  video = true;
  /** Called when a device stops by itself: "audio", "video" or "screen". */
  ended = () => {};

  get isOpen() {
    return Boolean(this.audioTrack || this.videoTrack);
  }

  /** Opens what is chosen. Answers what is wrong: denied, missing, insecure, camera-missing, microphone-missing. */
  async open(choice = chosen() ?? {}) {
    if (!navigator.mediaDevices) return "insecure";
    const wanted = {
      audio: choice.microphone !== NONE && constraint(choice.microphone),
      video: choice.camera !== NONE && { ...constraint(choice.camera, {}), width: { ideal: 960 }, height: { ideal: 540 } },
    };
    this.close();
    this.audio = Boolean(wanted.audio);
    this.video = Boolean(wanted.video);
    if (!wanted.audio && !wanted.video) return undefined;
    const first = await this.#take(wanted);
    if (first !== "missing" || !wanted.audio || !wanted.video) return this.#settle(first);
    // One of the two is not there: better one than none.
    if (!(await this.#take({ audio: wanted.audio }))) return this.#settle("camera-missing");
    if (!(await this.#take({ video: wanted.video }))) return this.#settle("microphone-missing");
    return this.#settle("missing");
  }

  #settle(problem) {
    this.audio &&= Boolean(this.audioTrack);
    this.video &&= Boolean(this.videoTrack);
    return problem;
  }

  /** Opens one device that is not open yet. Answers what is wrong. */
  async add(kind) {
    if (!navigator.mediaDevices) return "insecure";
    const { camera, microphone } = chosen() ?? {};
    const device = kind === "audio" ? microphone : camera;
    const problem = await this.#take({ [kind]: constraint(device === NONE ? undefined : device) });
    if (!problem) this[kind] = true;
    return problem;
  }

  async #take(wanted) {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(wanted);
      for (const track of stream.getTracks()) this.#keep(track.kind, track);
      return undefined;
    } catch (error) {
      // A remembered device that is gone is no reason to have none.
      if (error.name === "OverconstrainedError") return this.#take(mapValues(wanted, Boolean));
      return error.name === "NotFoundError" ? "missing" : "denied";
    }
  }

  #keep(kind, track) {
    this[`${kind}Track`] = track;
    track.onended = () => {
      this[`${kind}Track`] = undefined;
      this[kind] = false;
      this.ended(kind);
    };
  }

  setAudio(on) {
    this.audio = on;
    if (this.audioTrack) this.audioTrack.enabled = on;
  }

  /** The camera is let go while it is off, so that its light is off too. */
  stopVideo() {
    this.video = false;
    this.#stop("video");
  }

  async openScreen() {
    try {
      this.screen = await navigator.mediaDevices.getDisplayMedia({ video: true, audio: true });
    } catch {
      return false; // changed their mind
    }
    const [video] = this.screen.getVideoTracks();
    video.contentHint = "detail";
    video.onended = () => {
      this.closeScreen();
      this.ended("screen");
    };
    return true;
  }

  closeScreen() {
    this.screen?.getTracks().forEach((track) => track.stop());
    this.screen = undefined;
  }

  close() {
    this.#stop("audio");
    this.#stop("video");
    this.closeScreen();
  }

  #stop(kind) {
    this[`${kind}Track`]?.stop();
    this[`${kind}Track`] = undefined;
  }
}

function constraint(device, otherwise = true) {
  return device ? { deviceId: { exact: device } } : otherwise;
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
