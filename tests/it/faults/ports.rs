//! Ports that somebody else has: one line, and the end.

use std::net::{Ipv4Addr, TcpListener, UdpSocket};

use crate::support::{Process, free_port};

#[track_caller]
fn refuses(port: u16, arguments: &[&str], address: &str) {
    let folder = tempfile::tempdir().unwrap();
    let output = Process::refuses(&folder.path().join("anteroom.db"), port, arguments);
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{complaint}");
    assert_eq!(complaint.lines().count(), 1, "{complaint}");
    assert!(complaint.contains(address), "{complaint}");
    assert!(output.stdout.is_empty(), "no link is shown that does not work");
}

#[test]
fn a_port_in_use_is_named_in_one_line() {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, free_port())).unwrap();
    let address = taken.local_addr().unwrap();
    refuses(address.port(), &[], &address.to_string());
}

#[test]
fn a_port_of_the_session_server_in_use_is_named_in_one_line() {
    let taken = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = taken.local_addr().unwrap().to_string();
    refuses(free_port(), &["--session-listen", &address], &address);
}
