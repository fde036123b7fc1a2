// What the page publishes to the platform, and what it receives from it. OT.js draws nothing: its pictures are handed on.

const SIZES = { small: { width: 320, height: 240 }, large: { width: 1280, height: 720 } };
/** A subscription that fails this often without working in between is not asked for again. */
const MOST_FAILURES = 4;

/** One published stream. */
export class Publication {
  #session;
  #publisher;
  #tracks = {};
  #told;
  #level = 0;
  #ended = false;

  /** `told` has what is called: muted() and stopped(), when a moderator did that. */
  constructor(session, wish, told) {
    this.#session = session;
    this.wish = wish;
    this.#told = told;
  }

  get stream() {
    return this.#publisher?.stream?.streamId;
  }

  /** The stream as OT.js has it. */
  get object() {
    return this.#publisher?.stream;
  }

  get level() {
    return this.wish.audio ? this.#level : 0;
  }

  /** Answers the stream's id when others can see it. */
  async start() {
    const { name, audioTrack, videoTrack, audio, video } = this.wish;
    // OT.js ends the tracks it was given together with the publisher; the page's own go on.
    this.#tracks = { audio: audioTrack?.clone(), video: videoTrack?.clone() };
    for (const track of Object.values(this.#tracks)) if (track) track.enabled = true;
    const wanted = {
      name,
      insertDefaultUI: false,
      showControls: false,
      mirror: false,
      audioSource: this.#tracks.audio ?? null,
      videoSource: this.#tracks.video ?? null,
      publishAudio: audio && Boolean(audioTrack),
      publishVideo: video && Boolean(videoTrack),
      ...(name === "screen" && videoTrack ? { videoContentHint: "detail" } : {}),
    };
    this.#publisher = await settled((done) => OT.initPublisher(undefined, wanted, done));
    this.#listen();
    if (!this.#ended) await settled((done) => this.#session.publish(this.#publisher, done));
    if (!this.#ended) return this.stream;
    this.#destroy();
    throw new Error("no longer wanted");
  }

  #listen() {
    this.#publisher.on({
      muteForced: () => {
        this.wish.audio = false;
        this.#told.muted();
      },
      streamDestroyed: ({ reason }) => {
        if (reason !== "forceUnpublished" || this.#ended) return;
        this.end();
        this.#told.stopped();
      },
      audioLevelUpdated: ({ audioLevel }) => { this.#level = audioLevel; },
    });
  }

  set({ audio, video }) {
    if (audio !== undefined) this.#publisher?.publishAudio((this.wish.audio = audio));
    if (video !== undefined) this.#publisher?.publishVideo((this.wish.video = video));
  }

  /** Answers whether the track could be replaced; if not, the stream must be published anew. */
  async replaceTrack(kind, track) {
    this.wish[`${kind}Track`] = track;
    const before = this.#tracks[kind];
    if (!track) {
      before?.stop();
      return true;
    }
    // A picture can only be replaced by that of a device which OT.js opened itself.
    if (kind === "video" || !before) return false;
    const own = track.clone();
    own.enabled = true;
    await this.#publisher.setAudioSource(own);
    before.stop();
    this.#tracks.audio = own;
    return true;
  }

  async stats() {
    const [first] = await this.#publisher.getRtcStatsReport();
    return first?.rtcStatsReport ?? new Map();
  }

  end() {
    if (this.#ended) return;
    this.#ended = true;
    if (this.#publisher) this.#destroy();
    this.#stopTracks();
  }

  #destroy() {
    this.#publisher.off();
    if (this.#publisher.session) this.#session.unpublish(this.#publisher);
    this.#publisher.destroy();
    this.#stopTracks();
  }

  #stopTracks() {
    for (const track of Object.values(this.#tracks)) track?.stop();
  }
}

/** One subscription. */
export class Subscription {
  level = 0;
  #session;
  #stream;
  #arrived;
  #subscriber;
  #media;
  #size;
  #failures = 0;
  #ended = false;

  /** `arrived` is called with the media, again whenever OT.js changes the way it comes. */
  constructor(session, stream, arrived) {
    this.#session = session;
    this.#stream = stream;
    this.#arrived = arrived;
    this.#start();
  }

  #start() {
    // The page plays the sound itself, with the picture.
    const wanted = { insertDefaultUI: false, showControls: false, audioVolume: 0 };
    this.#subscriber = this.#session.subscribe(this.#stream, undefined, wanted, (error) => {
      if (error) this.#again();
      else this.#failures = 0;
    });
    this.#subscriber?.on({
      videoElementCreated: ({ element }) => this.#follow(element),
      audioLevelUpdated: ({ audioLevel }) => { this.level = audioLevel; },
    });
    if (this.#size) this.prefer(this.#size);
  }

  #again() {
    this.#failures += 1;
    if (this.#ended || this.#failures > MOST_FAILURES) return;
    setTimeout(() => { if (!this.#ended) this.#start(); }, 500 * this.#failures);
  }

  #follow(element) {
    const look = () => {
      element.muted = true;
      if (this.#ended || !element.srcObject || element.srcObject === this.#media) return;
      this.#media = element.srcObject;
      this.#arrived(this.#media);
    };
    element.addEventListener("loadedmetadata", look);
    look();
  }

  /** "small" or "large". */
  prefer(size) {
    this.#size = size;
    this.#subscriber?.setPreferredResolution(SIZES[size])?.catch?.(() => {});
  }

  stats() {
    return this.#subscriber.getRtcStatsReport();
  }

  end() {
    this.#ended = true;
    this.#subscriber?.off();
    if (this.#subscriber) this.#session.unsubscribe(this.#subscriber);
  }
}

/** Runs what takes a callback; the error names the kind alone: OT.js puts what it was given into its texts. */
export function settled(run) {
  return new Promise((resolve, reject) => {
    const made = run((error) => queueMicrotask(() => {
      if (error) reject(new Error(error.name ?? "OT_ERROR"));
      else resolve(made);
    }));
  });
}
