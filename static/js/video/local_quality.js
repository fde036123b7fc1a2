// How good the media paths are, from the figures that the browser keeps.

/** Adds up what was lost and received since the last call; keeps the figures before in `seen`. */
export async function measure(connections, seen) {
  let [lost, received, rtt] = [0, 0, 0];
  const now = new Map();
  const reports = await Promise.all(connections.map(([key, connection]) => connection.stats().then((all) => [key, all])));
  for (const [key, all] of reports) {
    for (const report of all.values()) {
      if (report.type === "inbound-rtp") {
        const figures = [report.packetsLost ?? 0, report.packetsReceived ?? 0];
        const [lostBefore, receivedBefore] = seen.get(key + report.id) ?? figures;
        now.set(key + report.id, figures);
        lost += Math.max(0, figures[0] - lostBefore);
        received += Math.max(0, figures[1] - receivedBefore);
      } else if (report.type === "candidate-pair" && report.nominated) {
        rtt = Math.max(rtt, report.currentRoundTripTime ?? 0);
      } else if (report.type === "remote-inbound-rtp" && report.fractionLost > 0) {
        // What the server says it missed of ours.
        lost += report.fractionLost * 100;
        received += (1 - report.fractionLost) * 100;
      }
    }
  }
  seen.clear();
  for (const [key, figures] of now) seen.set(key, figures);
  return { loss: lost + received > 0 ? lost / (lost + received) : 0, rtt };
}
