//! The UDP sockets, all on one port, and which advertised address stands for which socket.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::task::{Context, Poll};

use tokio::io::ReadBuf;

/// Tries at finding a port that is free on every address, when any port will do.
const PORT_TRIES: usize = 16;
/// Errors in a row passed over before another socket has its turn.
const MOST_ERRORS: usize = 64;

/// The sockets as the operating system knows them; they outlive the hub that uses them, so the port never changes.
pub struct Wires(Vec<Wire<std::net::UdpSocket>>);

/// The same sockets, in use by a hub.
pub struct LiveWires(Vec<Wire<tokio::net::UdpSocket>>);

struct Wire<Socket> {
    socket: Socket,
    /// What pages are told: the addresses at which this socket is reached.
    advertised: Vec<SocketAddr>,
    ipv6: bool,
}

impl Wires {
    /// Opens one socket for each advertised address if `bind` leaves the address open and all of them exist here;
    /// otherwise one for all.
    pub fn open(bind: SocketAddr, advertise: &[IpAddr]) -> io::Result<Self> {
        if bind.ip().is_unspecified() {
            for _ in 0..PORT_TRIES {
                match Self::open_each(bind.port(), advertise) {
                    Ok(wires) => return Ok(wires),
                    Err(error) if error.kind() == io::ErrorKind::AddrInUse && bind.port() == 0 => {}
                    Err(error) if error.kind() == io::ErrorKind::AddrInUse => return Err(error),
                    Err(_) => break, // an address that is not on this machine
                }
            }
        }
        let socket = open_one(bind)?;
        let port = socket.local_addr()?.port();
        let advertised = advertise.iter().map(|ip| SocketAddr::new(*ip, port)).collect();
        Ok(Self(vec![Wire { socket, advertised, ipv6: bind.is_ipv6() }]))
    }

    fn open_each(mut port: u16, advertise: &[IpAddr]) -> io::Result<Self> {
        let mut wires = Vec::new();
        for ip in advertise {
            let socket = open_one(SocketAddr::new(*ip, port))?;
            let address = socket.local_addr()?;
            port = address.port();
            wires.push(Wire { socket, advertised: vec![address], ipv6: ip.is_ipv6() });
        }
        Ok(Self(wires))
    }

    /// Everything pages are told.
    pub fn advertised(&self) -> Vec<SocketAddr> {
        self.0.iter().flat_map(|wire| wire.advertised.clone()).collect()
    }

    /// For one hub, inside its runtime.
    pub fn live(&self) -> io::Result<LiveWires> {
        let live = |wire: &Wire<std::net::UdpSocket>| {
            let socket = tokio::net::UdpSocket::from_std(wire.socket.try_clone()?)?;
            Ok(Wire { socket, advertised: wire.advertised.clone(), ipv6: wire.ipv6 })
        };
        self.0.iter().map(live).collect::<io::Result<_>>().map(LiveWires)
    }
}

fn open_one(address: SocketAddr) -> io::Result<std::net::UdpSocket> {
    let socket = std::net::UdpSocket::bind(address)?;
    socket.set_nonblocking(true)?;
    Ok(socket)
}

/// A datagram's addresses, as the media plane names them.
#[derive(Clone, Copy, Debug)]
pub struct Path {
    pub source: SocketAddr,
    pub destination: SocketAddr,
    pub length: usize,
}

impl LiveWires {
    pub fn advertised(&self) -> Vec<SocketAddr> {
        self.0.iter().flat_map(|wire| wire.advertised.clone()).collect()
    }

    /// The next datagram of any socket, into `buffer`.
    pub fn poll_receive(&self, context: &mut Context<'_>, buffer: &mut [u8]) -> Poll<Path> {
        for wire in &self.0 {
            let mut read = ReadBuf::new(buffer);
            // An error here is an ICMP answer to something sent before; it says nothing about this socket.
            for _ in 0..MOST_ERRORS {
                match wire.socket.poll_recv_from(context, &mut read) {
                    Poll::Ready(Ok(source)) => return Poll::Ready(wire.path(source, read.filled().len())),
                    Poll::Ready(Err(_)) => read.clear(),
                    Poll::Pending => break,
                }
            }
        }
        Poll::Pending
    }

    /// Sends now or never: a full buffer loses the datagram, as the network would.
    pub fn send(&self, source: SocketAddr, destination: SocketAddr, datagram: &[u8]) {
        let Some(wire) = self.0.iter().find(|wire| wire.advertised.contains(&source)) else { return };
        let _lost = wire.socket.try_send_to(datagram, wire.outward(destination));
    }
}

impl<Socket> Wire<Socket> {
    fn path(&self, source: SocketAddr, length: usize) -> Path {
        let source = SocketAddr::new(source.ip().to_canonical(), source.port());
        let fits = |address: &&SocketAddr| {
            address.is_ipv4() == source.is_ipv4() && address.ip().is_loopback() == source.ip().is_loopback()
        };
        let destination = self.advertised.iter().find(fits).or(self.advertised.first()).copied();
        Path { source, destination: destination.unwrap_or((Ipv4Addr::LOCALHOST, 0).into()), length }
    }

    /// An IPv6 socket names IPv4 peers by their mapped addresses.
    fn outward(&self, destination: SocketAddr) -> SocketAddr {
        match destination.ip() {
            IpAddr::V4(ip) if self.ipv6 => SocketAddr::new(ip.to_ipv6_mapped().into(), destination.port()),
            _ => destination,
        }
    }
}
