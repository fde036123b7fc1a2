//! The media side of a page: peer connections that send numbered frames, and that note which ones arrive.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::{Duration, Instant};

use str0m::change::{SdpAnswer, SdpOffer, SdpPendingOffer};
use str0m::format::Codec;
use str0m::media::{Direction, Frequency, MediaKind, MediaTime, Mid, Simulcast, SimulcastLayer};
use str0m::net::{Protocol, Receive};
use str0m::{Candidate, Event, Input, Output, Rtc};
use tokio::net::UdpSocket;

use super::link::Link;

/// Frames carry the time of their making, counted from here.
static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// One video frame as seen by a viewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    pub layer: u8,
    pub number: u32,
    pub keyframe: bool,
    pub sent: Instant,
    pub arrived: Instant,
}

/// What went through a peer connection so far.
#[derive(Default)]
pub struct Tally {
    pub connected: AtomicBool,
    /// Received.
    pub video: Mutex<Vec<Seen>>,
    pub audio: AtomicU32,
    /// Sent.
    pub video_sent: AtomicU32,
    pub audio_sent: AtomicU32,
    pub keyframes_asked: AtomicU32,
}

impl Tally {
    pub fn seen(&self) -> Vec<Seen> {
        self.video.lock().unwrap().clone()
    }

    pub fn frames(&self) -> usize {
        self.video.lock().unwrap().len()
    }

    pub fn sounds(&self) -> u32 {
        self.audio.load(Ordering::Relaxed)
    }
}

/// How somebody publishes.
#[derive(Clone, Debug)]
pub struct Publishing {
    pub audio: bool,
    /// Bytes of a frame, for each layer; one layer means no simulcast.
    pub layers: Vec<usize>,
    pub every: Duration,
    pub link: Link,
}

impl Default for Publishing {
    fn default() -> Self {
        Self { audio: true, layers: vec![600], every: Duration::from_millis(20), link: Link::default() }
    }
}

impl Publishing {
    /// About 120 kbit/s and 600 kbit/s at 25 frames a second.
    pub fn simulcast() -> Self {
        Self { layers: vec![600, 3_000], every: Duration::from_millis(40), ..Self::default() }
    }
}

pub struct Publisher {
    pub stream: String,
    pub tally: Arc<Tally>,
    rtc: Option<(Rtc, SdpPendingOffer, std::net::UdpSocket, Plan)>,
    task: Option<tokio::task::JoinHandle<()>>,
}

pub struct Viewer {
    pub tally: Arc<Tally>,
    task: tokio::task::JoinHandle<()>,
}

/// What a peer connection sends by itself.
struct Plan {
    publishing: Publishing,
    audio: Option<Mid>,
    video: Option<Mid>,
}

impl Publisher {
    pub fn offer(publishing: Publishing) -> (Self, String) {
        let (mut rtc, socket) = new_rtc();
        let mut changes = rtc.sdp_api();
        let audio =
            publishing.audio.then(|| changes.add_media(MediaKind::Audio, Direction::SendOnly, None, None, None));
        let simulcast = (publishing.layers.len() > 1).then(|| {
            let mut simulcast = Simulcast::new();
            simulcast.add_send_layer(SimulcastLayer::new("l"));
            simulcast.add_send_layer(SimulcastLayer::new("h"));
            simulcast
        });
        let video = (!publishing.layers.is_empty())
            .then(|| changes.add_media(MediaKind::Video, Direction::SendOnly, None, None, simulcast));
        let (offer, pending) = changes.apply().unwrap();
        let plan = Plan { publishing, audio, video };
        let tally = Arc::new(Tally::default());
        let rtc = Some((rtc, pending, socket, plan));
        (Self { stream: String::new(), tally, rtc, task: None }, offer.to_sdp_string())
    }

    pub fn answered(mut self, stream: &str, answer: &str) -> Self {
        let (mut rtc, pending, socket, plan) = self.rtc.take().unwrap();
        rtc.sdp_api().accept_answer(pending, SdpAnswer::from_sdp_string(answer).unwrap()).unwrap();
        stream.clone_into(&mut self.stream);
        let link = plan.publishing.link.clone();
        self.task = Some(tokio::spawn(run(rtc, socket, link, Some(plan), self.tally.clone())));
        self
    }

    /// The network to the server breaks for good.
    pub fn cut(&self) {
        self.task.as_ref().unwrap().abort();
    }
}

impl Drop for Publisher {
    fn drop(&mut self) {
        if let Some(task) = &self.task {
            task.abort();
        }
    }
}

impl Viewer {
    pub fn answer(offer: &str, link: Link) -> (Self, String) {
        let (mut rtc, socket) = new_rtc();
        let answer = rtc.sdp_api().accept_offer(SdpOffer::from_sdp_string(offer).unwrap()).unwrap();
        let tally = Arc::new(Tally::default());
        let task = tokio::spawn(run(rtc, socket, link, None, tally.clone()));
        (Self { tally, task }, answer.to_sdp_string())
    }

    /// Answers, and then sends media on the connection that is for receiving, as if the offer had asked for it.
    pub fn answer_and_send(offer: &str) -> (Self, String) {
        let (mut rtc, socket) = new_rtc();
        let wished = offer.replace("a=sendonly", "a=sendrecv");
        let answer = rtc.sdp_api().accept_offer(SdpOffer::from_sdp_string(&wished).unwrap()).unwrap();
        let mids = mids(offer);
        let plan =
            Plan { publishing: Publishing::default(), audio: mids.first().copied(), video: mids.get(1).copied() };
        let tally = Arc::new(Tally::default());
        let task = tokio::spawn(run(rtc, socket, Link::default(), Some(plan), tally.clone()));
        (Self { tally, task }, answer.to_sdp_string())
    }
}

impl Drop for Viewer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn mids(sdp: &str) -> Vec<Mid> {
    sdp.lines().filter_map(|line| line.trim().strip_prefix("a=mid:")).map(Mid::from).collect()
}

fn new_rtc() -> (Rtc, std::net::UdpSocket) {
    let socket = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
    socket.set_nonblocking(true).unwrap();
    let config = Rtc::builder().clear_codecs().enable_opus(true, false).enable_vp8(true);
    let config = config.set_crypto_provider(Arc::new(str0m::crypto::from_feature_flags()));
    let mut rtc = config.set_reordering_size_audio(0).set_reordering_size_video(300).build(Instant::now());
    rtc.add_local_candidate(Candidate::host(socket.local_addr().unwrap(), "udp").unwrap());
    (rtc, socket)
}

/// Runs a peer connection until its task is aborted.
async fn run(mut rtc: Rtc, socket: std::net::UdpSocket, mut link: Link, plan: Option<Plan>, tally: Arc<Tally>) {
    let socket = UdpSocket::from_std(socket).unwrap();
    let address = socket.local_addr().unwrap();
    let mut camera = plan.map(Camera::new);
    let mut server = None;
    let mut buffer = vec![0; 2_048];
    loop {
        let Some(mut wake) = poll(&mut rtc, &socket, &mut link, &mut camera, &tally).await else { return };
        if let Some(delivery) = link.next_delivery() {
            wake = wake.min(delivery);
        }
        if let Some(camera) = camera.as_ref().filter(|_| tally.connected.load(Ordering::Relaxed)) {
            wake = wake.min(camera.due());
        }
        tokio::select! {
            received = socket.recv_from(&mut buffer) => {
                if let Ok((length, source)) = received {
                    server = Some(source);
                    link.arrive(&buffer[..length], Instant::now());
                }
            }
            () = tokio::time::sleep_until(wake.into()) => {}
        }
        let now = Instant::now();
        while let Some(datagram) = link.delivered(now) {
            take_in(&mut rtc, server.unwrap(), address, &datagram, now);
            if poll(&mut rtc, &socket, &mut link, &mut camera, &tally).await.is_none() {
                return;
            }
        }
        if rtc.handle_input(Input::Timeout(now)).is_err() {
            return;
        }
        if let Some(camera) = camera.as_mut().filter(|_| tally.connected.load(Ordering::Relaxed)) {
            while camera.due() <= now {
                if poll(&mut rtc, &socket, &mut link, &mut None, &tally).await.is_none() {
                    return;
                }
                camera.shoot(&mut rtc, &tally);
            }
        }
    }
}

fn take_in(rtc: &mut Rtc, source: SocketAddr, destination: SocketAddr, datagram: &[u8], now: Instant) {
    if let Ok(receive) = Receive::new(Protocol::Udp, source, destination, datagram) {
        let _refused = rtc.handle_input(Input::Receive(now, receive));
    }
}

async fn poll(
    rtc: &mut Rtc,
    socket: &UdpSocket,
    link: &mut Link,
    camera: &mut Option<Camera>,
    tally: &Tally,
) -> Option<Instant> {
    loop {
        match rtc.poll_output().ok()? {
            Output::Timeout(at) => return rtc.is_alive().then_some(at),
            Output::Transmit(sent) => {
                if !link.loses() {
                    let _lost = socket.send_to(&sent.contents, sent.destination).await;
                }
            }
            Output::Event(Event::Connected) => tally.connected.store(true, Ordering::Relaxed),
            Output::Event(Event::KeyframeRequest(request)) => {
                tally.keyframes_asked.fetch_add(1, Ordering::Relaxed);
                if let Some(camera) = camera {
                    camera.asked(request.rid.is_some_and(|rid| &*rid == "h"));
                }
            }
            Output::Event(Event::MediaData(data)) if data.params.spec().codec == Codec::Opus => {
                tally.audio.fetch_add(1, Ordering::Relaxed);
            }
            Output::Event(Event::MediaData(data)) => tally.video.lock().unwrap().push(Seen {
                layer: data.data[1],
                number: u32::from_be_bytes(data.data[2..6].try_into().unwrap()),
                keyframe: data.data[0] & 1 == 0,
                sent: *START + Duration::from_micros(u64::from_be_bytes(data.data[6..14].try_into().unwrap())),
                arrived: Instant::now(),
            }),
            Output::Event(_) => {}
        }
    }
}

/// Makes frames whose first bytes say what they are: VP8's keyframe bit, the layer, a number, the time.
struct Camera {
    plan: Plan,
    number: u32,
    next: Instant,
    keyframe_due: [bool; 2],
    start: Instant,
}

impl Camera {
    fn new(plan: Plan) -> Self {
        let now = Instant::now();
        Self { plan, number: 0, next: now, keyframe_due: [true, true], start: now }
    }

    fn due(&self) -> Instant {
        self.next
    }

    fn asked(&mut self, high: bool) {
        self.keyframe_due[usize::from(high)] = true;
    }

    fn shoot(&mut self, rtc: &mut Rtc, tally: &Tally) {
        let at = self.next;
        self.next += self.plan.publishing.every;
        let elapsed = at.saturating_duration_since(self.start).as_micros() as u64;
        if let Some(mid) = self.plan.audio {
            let time = MediaTime::new(elapsed * 48 / 1_000, Frequency::FORTY_EIGHT_KHZ);
            write(rtc, mid, None, at, time, vec![0xf8; 60]);
            tally.audio_sent.fetch_add(1, Ordering::Relaxed);
        }
        let Some(mid) = self.plan.video else { return };
        let layers = self.plan.publishing.layers.clone();
        for (layer, size) in layers.iter().enumerate() {
            let mut frame = vec![0x5a; *size];
            frame[0] = u8::from(!std::mem::take(&mut self.keyframe_due[layer]));
            frame[1] = layer as u8;
            frame[2..6].copy_from_slice(&self.number.to_be_bytes());
            frame[6..14].copy_from_slice(&(START.elapsed().as_micros() as u64).to_be_bytes());
            // Each layer counts its time from a start of its own, as browsers do.
            let time = MediaTime::from_90khz(elapsed * 90 / 1_000 + layer as u64 * 1_000_000);
            let rid = (layers.len() > 1).then_some(["l", "h"][layer]);
            write(rtc, mid, rid, at, time, frame);
        }
        self.number += 1;
        tally.video_sent.store(self.number, Ordering::Relaxed);
    }
}

fn write(rtc: &mut Rtc, mid: Mid, rid: Option<&str>, at: Instant, time: MediaTime, data: Vec<u8>) {
    let Some(mut writer) = rtc.writer(mid) else { return };
    let Some(payload) = writer.payload_params().next().map(|params| params.pt()) else { return };
    if let Some(rid) = rid {
        writer = writer.rid(rid.into());
    }
    let _not_negotiated = writer.write(payload, at, time, data);
}
