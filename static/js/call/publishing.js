// Being seen and heard: opens the devices, publishes them, and does what the buttons say.
import { Media } from "./media.js";
import { takeBack, tell } from "./news.js";

export class Publishing {
  media = new Media();
  /** The stream by which the others see this page's camera. */
  stream;
  screenStream;
  #session;
  #changed;
  #may = false;
  #preview;
  #opening;
  #turn = 0;
  /** The newest publication of the camera. */
  #publication = 0;
  /** The screen whose publication is under way, and that publication. */
  #screening;

  constructor(session, changed) {
    this.#session = session;
    this.#changed = changed;
    this.media.ended = (kind) => this.#ended(kind);
  }

  get preview() {
    const { videoTrack } = this.media;
    if (this.#preview?.getVideoTracks()[0] !== videoTrack) {
      this.#preview = videoTrack && new MediaStream([videoTrack]);
    }
    return this.#preview;
  }

  /** Opens the devices unless they are open or were tried; says what is wrong. May run while the page connects. */
  open() {
    this.#opening ??= this.media.isOpen ? Promise.resolve() : this.media.open();
    return this.#opening;
  }

  /** The devices are being opened elsewhere, in the look before joining; `opening` tells what it came to. */
  opensWith(opening) {
    this.#opening = opening;
  }

  /** Opens and publishes. */
  async goLive() {
    this.#may = true;
    const turn = ++this.#turn;
    const problem = await this.open();
    if (turn !== this.#turn) return; // a newer connection goes live
    this.#changed();
    if (problem) tell(problem.endsWith("-missing") ? problem : `media-${problem}`);
    await this.#publish();
  }

  /** Whether the role allows it but the guest has not said yes. */
  allow() {
    this.#may = true;
    this.#opening = Promise.resolve();
  }

  /** Ends it and lets the devices go. */
  stop() {
    this.#may = false;
    this.#opening = undefined;
    for (const name of ["camera", "screen"]) this.#session.client?.unpublish(name);
    this.stream = this.screenStream = undefined;
    this.media.close();
    takeBack("media-");
  }

  async #publish() {
    const { media } = this;
    if (!this.#may || !this.#session.isIn || !media.isOpen) return;
    const { audioTrack, videoTrack, audio, video } = media;
    const publication = ++this.#publication;
    try {
      this.stream = undefined;
      const stream = await this.#session.client.publish({ name: "camera", audioTrack, videoTrack, audio, video });
      if (publication !== this.#publication) return;
      this.stream = stream;
      if (media.screen) await this.#publishScreen();
    } catch {
      // A newer one took its place, or a connection that broke meanwhile publishes anew when it is back.
      if (publication === this.#publication && this.#session.isIn && this.#may) tell("publish-failed");
    }
    this.#changed();
  }

  /** Once for each screen at a time: its button may be pressed while the camera, which brings it along, is on its way. */
  async #publishScreen() {
    const { screen } = this.media;
    if (this.#screening?.screen !== screen) {
      const screening = { screen, done: this.#sendScreen(screen) };
      this.#screening = screening;
      const isDone = () => { if (this.#screening === screening) this.#screening = undefined; };
      screening.done.then(isDone, isDone);
    }
    const stream = await this.#screening.done;
    if (this.media.screen === screen) this.screenStream = stream;
  }

  #sendScreen(screen) {
    const [videoTrack] = screen.getVideoTracks();
    const [audioTrack] = screen.getAudioTracks();
    const wish = { name: "screen", videoTrack, audioTrack, audio: Boolean(audioTrack), video: true };
    return this.#session.client.publish(wish);
  }

  async toggleMicrophone() {
    const { media } = this;
    if (!media.audioTrack) return this.#add("audio");
    media.setAudio(!media.audio);
    this.#session.client?.setAudio("camera", media.audio);
    this.#changed();
  }

  async toggleCamera() {
    if (!this.media.videoTrack) return this.#add("video");
    this.media.stopVideo();
    this.#session.client?.setVideo("camera", false);
    this.#changed();
    await this.#session.client?.replaceTrack("camera", "video", undefined);
  }

  async toggleScreen() {
    if (this.media.screen) {
      this.media.closeScreen();
      this.screenStream = undefined;
      this.#session.client?.unpublish("screen");
    } else if (await this.media.openScreen()) {
      const { screen } = this.media;
      await this.#publishScreen().catch(() => { if (this.media.screen === screen) this.media.closeScreen(); });
    }
    this.#changed();
  }

  muted() {
    this.media.setAudio(false);
    this.#changed();
  }

  /** A moderator ended what was published: the devices go off, and come back when the guest says so. */
  stopped(name) {
    if (name === "screen") {
      this.screenStream = undefined;
      this.media.closeScreen();
    } else {
      this.stream = undefined;
      this.media.close();
      this.media.audio = this.media.video = false;
    }
    this.#changed();
  }

  async #add(kind) {
    const problem = await this.media.add(kind);
    if (problem) return tell(`media-${problem}`);
    takeBack("media-");
    this.#changed();
    if (!this.stream) return this.#publish();
    const { client } = this.#session;
    this.stream = (await client.replaceTrack("camera", kind, this.media[`${kind}Track`])) ?? this.stream;
    if (kind === "audio") client.setAudio("camera", true);
    else client.setVideo("camera", true);
  }

  #ended(kind) {
    const { client } = this.#session;
    if (kind === "screen") {
      this.screenStream = undefined;
      client?.unpublish("screen");
    }
    if (kind === "audio") client?.setAudio("camera", false);
    if (kind === "video") {
      client?.setVideo("camera", false);
      tell("camera-ended");
    }
    this.#changed();
  }
}
