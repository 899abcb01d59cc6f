//! Whether a request comes from this machine's own pages.
//!
//! A page of another site can make the browser send requests here: under its own host name, suddenly turned to the
//! loopback address, or simply under this address. The first is recognised by the host that was asked for; an answer to
//! the second cannot be read, and a request that changes something needs the token that only our own pages carry.

use std::hash::{BuildHasher, Hasher, RandomState};
use tiny_http::Request;

/// The names of the loopback address.
const NAMES: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// A word nobody can guess, new for every server; the system's randomness seeds every [`RandomState`].
pub(super) fn token() -> String {
    let word = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", word(), word())
}

/// Whether `host`, as in the header `Host`, is this server.
pub(super) fn is_own_host(host: &str, port: u16) -> bool {
    let is_own = |name: &str| NAMES.iter().any(|own| name.eq_ignore_ascii_case(own));
    match host.rsplit_once(':') {
        Some((name, written)) if is_own(name) => written.parse() == Ok(port),
        // Browsers leave out the port of the web.
        _ => port == 80 && is_own(host),
    }
}

/// Whether a request asks for this server by one of its own names.
pub(super) fn is_asked_for(request: &Request, port: u16) -> bool {
    let mut hosts = request.headers().iter().filter(|header| header.field.equiv("Host"));
    let host = hosts.next().is_some_and(|host| is_own_host(host.value.as_str(), port));
    host && hosts.next().is_none()
}

/// Whether a request that changes something was made by one of our own pages.
pub(super) fn is_from_own_page(request: &Request, port: u16, token: &str) -> bool {
    let all = |name: &'static str| {
        request.headers().iter().filter(move |header| header.field.equiv(name)).map(|header| header.value.as_str())
    };
    let is_own = |origin: &str| origin.strip_prefix("http://").is_some_and(|host| is_own_host(host, port));
    all("X-Hallpress-Token").eq([token])
        && all("Origin").all(is_own)
        && all("Sec-Fetch-Site").all(|site| site == "same-origin")
}

#[cfg(test)]
mod tests {
    use super::{is_own_host, token};

    #[test]
    fn only_loopback_names_with_the_port_are_own() {
        for own in ["127.0.0.1:8080", "localhost:8080", "LocalHost:8080", "[::1]:8080"] {
            assert!(is_own_host(own, 8080), "{own}");
        }
        for other in [
            "",
            "127.0.0.1",
            "localhost",
            "localhost:80",
            "localhost:80800",
            "evil.example:8080",
            "evil.localhost:8080",
            "localhost.:8080",
            "127.0.0.1.evil.example:8080",
            "::1:8080",
            "0.0.0.0:8080",
            "user@localhost:8080",
        ] {
            assert!(!is_own_host(other, 8080), "{other}");
        }
        assert!(is_own_host("localhost", 80) && is_own_host("[::1]", 80));
    }

    #[test]
    fn tokens_differ() {
        let (one, other) = (token(), token());
        assert!(one != other && one.len() == 32);
    }
}
