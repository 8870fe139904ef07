//! The signed text inside every QR code of the house: 193 decimal digits that say which paper this is and for which
//! days, and nothing about the person.
//!
//! The digits are one number of 640 bits, most significant first and padded with zeros: a body of 16 bytes, then an
//! Ed25519 signature (RFC 8032) of 64 bytes over [`CONTEXT`] followed by the body. Fields are big-endian:
//!
//! | bytes | field |
//! |---|---|
//! | 0 | version (high four bits, 1) and purpose (low four bits, [`Purpose`]) |
//! | 1 | id of the signing key |
//! | 2-3 | number of the conference in this installation |
//! | 4-8 | serial of the paper, see [`Serial`] |
//! | 9 | number of the category in its conference, 0 where there is none |
//! | 10-11 | first valid day, see [`DayNumber`] |
//! | 12-13 | last valid day, which still counts |
//! | 14-15 | areas, bit 0 being the conference's area 1 |
//!
//! Digits only, because no keyboard layout, trimming, URL or character set harms them and a QR code stores them densely:
//! version 5 at level M, 37 modules. The same cases are read by the Rust and the JavaScript side from
//! `tests/vectors/badge_codes.json`.

mod digits;
#[cfg(test)]
mod vectors;

use ed25519_dalek::{Signature, Signer};
use jiff::civil::date;

use super::keys::{Keys, SigningKey};
use crate::clock::Day;

/// Put before the body when signing, so that no signature made for another use by the same key is a code, and none of
/// ours can be passed off as something else. 16 ASCII bytes, no terminator.
pub const CONTEXT: &[u8; 16] = b"plenipo code v1:";

/// Length of a code as text.
pub const DIGITS: usize = digits::DIGITS;

const VERSION: u8 = 1;
const BODY: usize = 16;

/// What a code may be used for. A reader that expects one purpose refuses every other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Purpose {
    /// Printed on a badge; opens gates.
    Badge = 1,
    /// Sent by mail; exchanged for the badge at the pass desk, opens nothing.
    Collection = 2,
    /// A counted or daily entitlement printed by itself.
    Pass = 3,
    /// Stuck behind a windscreen.
    VehiclePass = 4,
    /// Shown once to a scanner that is to become a gate's device.
    DeviceEnrolment = 5,
}

impl Purpose {
    const ALL: [Purpose; 5] =
        [Purpose::Badge, Purpose::Collection, Purpose::Pass, Purpose::VehiclePass, Purpose::DeviceEnrolment];

    fn from_bits(bits: u8) -> Option<Purpose> {
        Purpose::ALL.into_iter().find(|purpose| *purpose as u8 == bits)
    }
}

/// The number of a paper within its conference and purpose, below 2^40.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Serial(u64);

impl Serial {
    /// None when the number does not fit into 40 bits.
    pub const fn new(number: u64) -> Option<Serial> {
        if number < 1 << 40 { Some(Serial(number)) } else { None }
    }

    pub const fn get(self) -> u64 {
        self.0
    }
}

/// A conference day, counted from 1 January 2000 (day 0) to 6 June 2179 (day 65535). It begins and ends when the
/// conference's day does, in the conference's time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayNumber(pub u16);

impl DayNumber {
    /// None outside the years a number can name.
    pub fn of(day: Day) -> Option<DayNumber> {
        u16::try_from(day.number()).ok().map(DayNumber)
    }

    pub fn day(self) -> Day {
        Day(date(2000, 1, 1)).plus_days(i32::from(self.0))
    }
}

/// What a code says. It is signed but public: anybody with a phone reads it, so it holds no personal data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claims {
    pub purpose: Purpose,
    pub conference: u16,
    pub serial: Serial,
    pub category: u8,
    pub valid_from: DayNumber,
    pub valid_to: DayNumber,
    /// Bit 0 is the conference's area 1.
    pub zones: u16,
}

impl Claims {
    fn body(&self, key: u8) -> [u8; BODY] {
        let mut body = [0; BODY];
        body[0] = VERSION << 4 | self.purpose as u8;
        body[1] = key;
        body[2..4].copy_from_slice(&self.conference.to_be_bytes());
        body[4..9].copy_from_slice(&self.serial.0.to_be_bytes()[3..]);
        body[9] = self.category;
        body[10..12].copy_from_slice(&self.valid_from.0.to_be_bytes());
        body[12..14].copy_from_slice(&self.valid_to.0.to_be_bytes());
        body[14..16].copy_from_slice(&self.zones.to_be_bytes());
        body
    }

    /// None for a version or purpose this program does not know.
    fn from_body(body: &[u8; BODY]) -> Option<Claims> {
        if body[0] >> 4 != VERSION {
            return None;
        }
        let two = |at: usize| u16::from_be_bytes([body[at], body[at + 1]]);
        Some(Claims {
            purpose: Purpose::from_bits(body[0] & 0x0f)?,
            conference: two(2),
            serial: Serial(body[4..9].iter().fold(0, |number, byte| number << 8 | u64::from(*byte))),
            category: body[9],
            valid_from: DayNumber(two(10)),
            valid_to: DayNumber(two(12)),
            zones: two(14),
        })
    }
}

/// A signed code: exactly 193 ASCII digits. Whoever holds one holds the paper, so `Debug` keeps it out of logs.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn into_string(self) -> String {
        self.0
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(..)")
    }
}

/// Why a text is no code of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Not our format, or a version, purpose or key id that is not (or no longer) known here.
    #[error("not a code of this installation")]
    Unknown,
    /// Our format and a known key, but not signed by it.
    #[error("our format with a wrong signature")]
    Forged,
}

/// Signs; the code names the key's id.
pub fn sign(claims: &Claims, key: &SigningKey) -> Code {
    let body = claims.body(key.id());
    let signature = key.secret().sign(&signed_part(&body));
    let mut bytes = [0; digits::BYTES];
    bytes[..BODY].copy_from_slice(&body);
    bytes[BODY..].copy_from_slice(&signature.to_bytes());
    Code(digits::from_bytes(&bytes))
}

/// Reads a scanned or typed text. White space, a scanner's prefix and the digits of Arabic and Persian keyboards are
/// forgiven (see `digits.rs`); the signature is judged strictly: one body has one good signature, and a weak key has none.
pub fn read(text: &str, keys: &Keys) -> Result<Claims, Unreadable> {
    let bytes = digits::to_bytes(text).ok_or(Unreadable::Unknown)?;
    let (body, signature) = bytes.split_first_chunk::<BODY>().ok_or(Unreadable::Unknown)?;
    let claims = Claims::from_body(body).ok_or(Unreadable::Unknown)?;
    let key = keys.get(body[1]).ok_or(Unreadable::Unknown)?;
    let signature = Signature::from_slice(signature).map_err(|_| Unreadable::Forged)?;
    key.verify_strict(&signed_part(body), &signature).map_err(|_| Unreadable::Forged)?;
    Ok(claims)
}

fn signed_part(body: &[u8; BODY]) -> [u8; CONTEXT.len() + BODY] {
    let mut message = [0; CONTEXT.len() + BODY];
    message[..CONTEXT.len()].copy_from_slice(CONTEXT);
    message[CONTEXT.len()..].copy_from_slice(body);
    message
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use qrcode::{EcLevel, QrCode, Version};

    fn key() -> SigningKey {
        SigningKey::from_seed(7, &[42; 32])
    }

    fn keys() -> Keys {
        Keys::from_iter([(7, key().public())])
    }

    fn any_claims() -> impl Strategy<Value = Claims> {
        let purpose = (0..Purpose::ALL.len()).prop_map(|at| Purpose::ALL[at]);
        (purpose, any::<u16>(), 0u64..1 << 40, any::<u8>(), any::<u16>(), any::<u16>(), any::<u16>()).prop_map(
            |(purpose, conference, serial, category, from, to, zones)| Claims {
                purpose,
                conference,
                serial: Serial(serial),
                category,
                valid_from: DayNumber(from),
                valid_to: DayNumber(to),
                zones,
            },
        )
    }

    fn oksana() -> Claims {
        Claims {
            purpose: Purpose::Badge,
            conference: 1,
            serial: Serial(417),
            category: 2,
            valid_from: DayNumber::of(Day(date(2025, 10, 24))).unwrap(),
            valid_to: DayNumber::of(Day(date(2025, 10, 26))).unwrap(),
            zones: 0b1011,
        }
    }

    proptest! {
        #[test]
        fn what_was_signed_is_what_is_read(claims in any_claims()) {
            let code = sign(&claims, &key());
            prop_assert_eq!(code.as_str().len(), DIGITS);
            prop_assert_eq!(read(code.as_str(), &keys()), Ok(claims));
        }

        #[test]
        fn no_flipped_bit_makes_another_code(claims in any_claims(), bit in 0usize..640) {
            let mut bytes = digits::to_bytes(sign(&claims, &key()).as_str()).unwrap();
            bytes[bit / 8] ^= 1 << (bit % 8);
            prop_assert!(read(&digits::from_bytes(&bytes), &keys()).is_err());
        }

        #[test]
        fn no_misread_digit_makes_another_code(claims in any_claims(), at in 0usize..DIGITS, by in 1u8..10) {
            let mut text = sign(&claims, &key()).into_string().into_bytes();
            text[at] = b'0' + (text[at] - b'0' + by) % 10;
            prop_assert!(read(std::str::from_utf8(&text).unwrap(), &keys()).is_err());
        }

        #[test]
        fn hostile_text_is_unknown(text in "\\PC{0,400}") {
            prop_assert_eq!(read(&text, &keys()), Err(Unreadable::Unknown));
        }

        #[test]
        fn hostile_digits_are_never_read(text in "[0-9]{193}") {
            prop_assert!(read(&text, &keys()).is_err());
        }
    }

    #[test]
    fn a_code_is_a_qr_code_of_37_modules_at_level_m() {
        let code = QrCode::with_error_correction_level(sign(&oksana(), &key()).as_str(), EcLevel::M).unwrap();
        assert_eq!((code.version(), code.width()), (Version::Normal(5), 37));
    }

    #[test]
    fn a_signature_made_for_another_use_is_no_code() {
        let body = oksana().body(7);
        let bare = key().secret().sign(&body);
        let bytes: Vec<u8> = body.iter().copied().chain(bare.to_bytes()).collect();
        let text = digits::from_bytes(&bytes.try_into().unwrap());
        assert_eq!(read(&text, &keys()), Err(Unreadable::Forged));
    }

    #[test]
    fn a_key_of_small_order_signs_nothing() {
        let mut weak = [0; 32];
        weak[0] = 1;
        let weak = ed25519_dalek::VerifyingKey::from_bytes(&weak).unwrap();
        let mut bytes = [0; digits::BYTES];
        bytes[..BODY].copy_from_slice(&oksana().body(9));
        // R = identity and S = 0 satisfy the plain equation for every message under the identity as key.
        bytes[BODY] = 1;
        assert_eq!(read(&digits::from_bytes(&bytes), &Keys::from_iter([(9, weak)])), Err(Unreadable::Forged));
    }

    #[test]
    fn a_retired_key_is_unknown_and_not_forged() {
        assert_eq!(read(sign(&oksana(), &key()).as_str(), &Keys::default()), Err(Unreadable::Unknown));
    }

    #[test]
    fn a_serial_has_forty_bits() {
        assert!(Serial::new((1 << 40) - 1).is_some());
        assert!(Serial::new(1 << 40).is_none());
    }

    #[test]
    fn days_count_from_the_year_2000() {
        let day = |year, month, day| Day(date(year, month, day));
        assert_eq!(DayNumber::of(day(2000, 1, 1)), Some(DayNumber(0)));
        assert_eq!(DayNumber::of(day(2025, 10, 25)), Some(DayNumber(9429)));
        assert_eq!(DayNumber(9429).day(), day(2025, 10, 25));
        assert_eq!(DayNumber(u16::MAX).day(), day(2179, 6, 6));
        assert_eq!(DayNumber::of(day(1999, 12, 31)), None);
        assert_eq!(DayNumber::of(day(2179, 6, 7)), None);
    }
}
