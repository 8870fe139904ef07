//! By which names and addresses others in the local network reach this machine.

use std::{
    ffi::CStr,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, UdpSocket},
};

/// The networks that are never routed on the internet, with loopback.
pub const PRIVATE_NETWORKS: [(IpAddr, u8); 8] = [
    (IpAddr::V4(Ipv4Addr::new(10, 0, 0, 0)), 8),
    (IpAddr::V4(Ipv4Addr::new(172, 16, 0, 0)), 12),
    (IpAddr::V4(Ipv4Addr::new(192, 168, 0, 0)), 16),
    // Shared address space (RFC 6598), which overlay networks use.
    (IpAddr::V4(Ipv4Addr::new(100, 64, 0, 0)), 10),
    (IpAddr::V4(Ipv4Addr::new(169, 254, 0, 0)), 16),
    (IpAddr::V4(Ipv4Addr::new(127, 0, 0, 0)), 8),
    (IpAddr::V6(Ipv6Addr::new(0xfc00, 0, 0, 0, 0, 0, 0, 0)), 7),
    (IpAddr::V6(Ipv6Addr::LOCALHOST), 128),
];

/// Interfaces of virtual machines and containers: no phone is behind them.
const VIRTUAL: [&str; 6] = ["docker", "br-", "veth", "virbr", "cni", "podman"];

/// The private addresses of this machine, without loopback and link-local ones, the likeliest to be reached by a phone first:
/// the one that traffic leaves by, then those of real interfaces, IPv4 before IPv6.
pub fn lan_addresses() -> Vec<IpAddr> {
    let leaving = outgoing();
    let mut found: Vec<(bool, bool, bool, IpAddr)> = interfaces()
        .into_iter()
        .filter(|(_, address)| is_lan(*address))
        .map(|(name, address)| {
            let virtual_one = VIRTUAL.iter().any(|start| name.starts_with(start));
            (Some(address) != leaving, virtual_one, address.is_ipv6(), address)
        })
        .collect();
    found.sort();
    found.dedup();
    found.into_iter().map(|(.., address)| address).collect()
}

/// All that a certificate for this machine should be good for: localhost, the host's name, and its addresses, in a steady order.
pub fn lan_names() -> Vec<String> {
    let mut names = vec!["localhost".to_owned(), "127.0.0.1".to_owned(), "::1".to_owned()];
    if let Some(host) = host_name() {
        if !host.contains('.') {
            // How phones find it by multicast DNS.
            names.push(format!("{host}.local"));
        }
        names.push(host);
    }
    let mut addresses = lan_addresses();
    addresses.sort();
    names.extend(addresses.iter().map(IpAddr::to_string));
    names
}

/// The machine's own name in lower case, if it is one that can stand in a certificate.
pub fn host_name() -> Option<String> {
    let mut buffer = [0u8; 256];
    // SAFETY: the buffer is valid for its length less one, so a zero always ends it.
    let failed = unsafe { libc::gethostname(buffer.as_mut_ptr().cast(), buffer.len() - 1) } != 0;
    let name = CStr::from_bytes_until_nul(&buffer).ok()?.to_str().ok()?.to_ascii_lowercase();
    (!failed && is_host_name(&name) && name != "localhost").then_some(name)
}

fn is_host_name(name: &str) -> bool {
    let good = |label: &str| {
        let edge = label.starts_with('-') || label.ends_with('-');
        (1..=63).contains(&label.len()) && !edge && label.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-')
    };
    name.len() <= 253 && name.split('.').all(good) && name.parse::<IpAddr>().is_err()
}

/// Whether an address lies in one of the [`PRIVATE_NETWORKS`].
pub fn is_private(address: IpAddr) -> bool {
    PRIVATE_NETWORKS.iter().any(|&(network, bits)| match (network, address) {
        (IpAddr::V4(network), IpAddr::V4(address)) => {
            (network.to_bits() ^ address.to_bits()).leading_zeros() >= u32::from(bits)
        }
        (IpAddr::V6(network), IpAddr::V6(address)) => {
            (network.to_bits() ^ address.to_bits()).leading_zeros() >= u32::from(bits)
        }
        _ => false,
    })
}

fn is_lan(address: IpAddr) -> bool {
    let link_local = matches!(address, IpAddr::V4(four) if four.is_link_local());
    is_private(address) && !address.is_loopback() && !link_local
}

/// The address that packets to the world would leave by. Connecting a datagram socket sends nothing.
fn outgoing() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    // An address set aside for documentation: any will do to ask the routing table.
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    socket.local_addr().ok().map(|address| address.ip())
}

fn interfaces() -> Vec<(String, IpAddr)> {
    let mut first: *mut libc::ifaddrs = std::ptr::null_mut();
    // SAFETY: getifaddrs writes a list to the pointer or fails.
    if unsafe { libc::getifaddrs(&raw mut first) } != 0 {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut next = first;
    // SAFETY: the list is ours until freeifaddrs; every entry is valid, its address may be null.
    while let Some(entry) = unsafe { next.as_ref() } {
        next = entry.ifa_next;
        if entry.ifa_flags & (libc::IFF_UP as libc::c_uint) == 0 {
            continue;
        }
        // SAFETY: the family says which kind of address the pointer leads to; the name is a C string.
        if let Some(address) = unsafe { address_of(entry.ifa_addr) } {
            let name = unsafe { CStr::from_ptr(entry.ifa_name) }.to_string_lossy().into_owned();
            found.push((name, address));
        }
    }
    // SAFETY: the list came from getifaddrs and is not used again.
    unsafe { libc::freeifaddrs(first) };
    found
}

/// # Safety
/// `address` is null or points to a socket address as long as its family needs.
unsafe fn address_of(address: *const libc::sockaddr) -> Option<IpAddr> {
    // SAFETY: promised by the caller; the longer types are read only for their family.
    match i32::from(unsafe { address.as_ref() }?.sa_family) {
        libc::AF_INET => {
            let four = unsafe { address.cast::<libc::sockaddr_in>().read_unaligned() };
            Some(IpAddr::V4(Ipv4Addr::from(u32::from_be(four.sin_addr.s_addr))))
        }
        libc::AF_INET6 => {
            let six = unsafe { address.cast::<libc::sockaddr_in6>().read_unaligned() };
            Some(IpAddr::V6(Ipv6Addr::from(six.sin6_addr.s6_addr)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_local_networks_count() {
        for good in ["10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "fd12::1"] {
            assert!(is_lan(good.parse().unwrap()), "{good}");
        }
        for bad in ["8.8.8.8", "172.32.0.1", "100.128.0.1", "127.0.0.1", "169.254.1.1", "::1", "fe80::1", "2001:db8::1"]
        {
            assert!(!is_lan(bad.parse().unwrap()), "{bad}");
        }
    }

    #[test]
    fn loopback_is_among_the_interfaces_and_not_among_the_addresses() {
        let loopback: IpAddr = "127.0.0.1".parse().unwrap();
        assert!(interfaces().iter().any(|(_, address)| *address == loopback));
        assert!(!lan_addresses().contains(&loopback));
    }

    #[test]
    fn odd_host_names_stay_out_of_certificates() {
        assert!(is_host_name("desk-2.venue.example"));
        for odd in ["", "desk_2", "-desk", "büro", "10.0.0.1", "a..b"] {
            assert!(!is_host_name(odd), "{odd}");
        }
    }
}
