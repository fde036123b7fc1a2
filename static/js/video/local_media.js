// Peer connections of the embedded session: one for each published stream, one for each subscription.

const CAMERA_LAYERS = [
  { rid: "l", scaleResolutionDownBy: 2, maxBitrate: 150_000 },
  { rid: "h", maxBitrate: 1_200_000 },
];
const SCREEN_LAYERS = [{ maxBitrate: 2_500_000 }];

/** One published stream. */
export class Outgoing {
  #connection = new RTCPeerConnection();
  #senders;
  /** The server's name for it, once published. */
  stream;

  /** `wish` is what the page asked to publish; `failed` is called when the media path breaks. */
  constructor(wish, failed) {
    this.wish = wish;
    const layers = wish.name === "camera" ? CAMERA_LAYERS : SCREEN_LAYERS;
    const add = (kind, track, options) =>
      this.#connection.addTransceiver(track ?? kind, { direction: "sendonly", ...options }).sender;
    const video = add("video", wish.videoTrack, { sendEncodings: layers });
    // A screen has sound only if it was shared with it; a camera may get a microphone later.
    const audio = wish.name === "camera" || wish.audioTrack ? add("audio", wish.audioTrack) : undefined;
    this.#senders = { audio, video };
    this.#connection.onconnectionstatechange = () => {
      if (this.#connection.connectionState === "failed") failed();
    };
  }

  async offer() {
    await this.#connection.setLocalDescription();
    return this.#connection.localDescription.sdp;
  }

  accept(sdp) {
    return this.#connection.setRemoteDescription({ type: "answer", sdp });
  }

  replaceTrack(kind, track) {
    this.wish[`${kind}Track`] = track;
    return this.#senders[kind]?.replaceTrack(track ?? null);
  }

  async level() {
    const { audio } = this.#senders;
    if (!audio?.track?.enabled) return 0;
    for (const report of (await audio.getStats()).values()) {
      if (report.type === "media-source") return report.audioLevel ?? 0;
    }
    return 0;
  }

  stats() {
    return this.#connection.getStats();
  }

  close() {
    this.#connection.onconnectionstatechange = null;
    this.#connection.close();
  }
}

/** One subscription. Its media comes and goes with the server's offers. */
export class Incoming {
  #connection;
  /** The server's name for the present peer connection. */
  conn;
  /** How often the media path broke since it last worked. */
  breaks = 0;

  /** Answers the server's offer. `arrived` is called with the media, `failed` when the path breaks. */
  async answer(conn, sdp, arrived, failed) {
    this.close();
    this.conn = conn;
    const connection = new RTCPeerConnection();
    this.#connection = connection;
    const media = new MediaStream();
    connection.ontrack = ({ track }) => {
      media.addTrack(track);
      arrived(media);
    };
    connection.onconnectionstatechange = () => {
      if (connection.connectionState === "connected") this.breaks = 0;
      if (connection.connectionState === "failed") failed();
    };
    await connection.setRemoteDescription({ type: "offer", sdp });
    await connection.setLocalDescription();
    return connection.localDescription.sdp;
  }

  level() {
    const audio = this.#connection?.getReceivers().find((receiver) => receiver.track.kind === "audio");
    const [source] = audio?.getSynchronizationSources() ?? [];
    return source && performance.timeOrigin + performance.now() - source.timestamp < 1000 ? source.audioLevel ?? 0 : 0;
  }

  stats() {
    return this.#connection?.getStats();
  }

  close() {
    if (!this.#connection) return;
    this.#connection.onconnectionstatechange = null;
    this.#connection.close();
    this.#connection = undefined;
    this.conn = undefined;
  }
}
