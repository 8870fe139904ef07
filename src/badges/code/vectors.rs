//! The cases of `tests/vectors/badge_codes.json`, made from fixed keys so that the file can be made again, and read here
//! as the scanner's JavaScript reads it. After a change of the format: `PLENIPO_BLESS=1 cargo test --lib vectors`.

use ed25519_dalek::Signer;
use serde::{Deserialize, Serialize};

use super::*;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/badge_codes.json");

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Vectors {
    about: String,
    context: String,
    keys: Vec<Key>,
    cases: Vec<Case>,
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Key {
    id: u8,
    public_key: String,
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Case {
    name: String,
    text: String,
    result: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    claims: Option<Fields>,
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Fields {
    purpose: Purpose,
    conference: u16,
    serial: u64,
    category: u8,
    valid_from: u16,
    valid_to: u16,
    zones: u16,
}

impl From<Claims> for Fields {
    fn from(claims: Claims) -> Fields {
        let Claims { purpose, conference, serial, category, valid_from, valid_to, zones } = claims;
        Fields {
            purpose,
            conference,
            serial: serial.get(),
            category,
            valid_from: valid_from.0,
            valid_to: valid_to.0,
            zones,
        }
    }
}

fn case(name: &str, text: impl Into<String>, result: &str) -> Case {
    Case { name: name.to_owned(), text: text.into(), result: result.to_owned(), claims: None }
}

fn good(name: &str, text: impl Into<String>, claims: Claims) -> Case {
    Case { claims: Some(claims.into()), ..case(name, text, "ok") }
}

fn first() -> SigningKey {
    SigningKey::from_seed(1, &std::array::from_fn(|at| at as u8))
}

fn second() -> SigningKey {
    SigningKey::from_seed(200, &[0x5a; 32])
}

fn oksana() -> Claims {
    Claims {
        purpose: Purpose::Badge,
        conference: 3,
        serial: Serial(417),
        category: 2,
        valid_from: DayNumber(9428),
        valid_to: DayNumber(9430),
        zones: 0b0000_0000_0000_1011,
    }
}

fn bytes_of(code: &Code) -> [u8; digits::BYTES] {
    digits::to_bytes(code.as_str()).unwrap()
}

/// Oksana's code with its bytes changed.
fn changed(change: impl FnOnce(&mut [u8; digits::BYTES])) -> String {
    let mut bytes = bytes_of(&sign(&oksana(), &first()));
    change(&mut bytes);
    digits::from_bytes(&bytes)
}

/// Any body, rightly signed with the context given.
fn signed(context: &[u8], body: [u8; BODY]) -> String {
    let signature = first().secret().sign(&[context, &body].concat());
    digits::from_bytes(&[&body[..], &signature.to_bytes()].concat().try_into().unwrap())
}

/// Adds the order of the group to S: the classic second signature of one message.
fn add_order(bytes: &mut [u8; digits::BYTES]) {
    let order =
        data_encoding::HEXLOWER.decode(b"edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010").unwrap();
    let mut carry = 0;
    for (byte, add) in bytes[48..].iter_mut().zip(order) {
        carry += u16::from(*byte) + u16::from(add);
        *byte = carry as u8;
        carry >>= 8;
    }
}

fn good_cases() -> Vec<Case> {
    let code = sign(&oksana(), &first()).into_string();
    let shifted = |zero: u32| -> String {
        code.chars().map(|c| char::from_u32(zero + u32::from(c) - u32::from('0')).unwrap()).collect()
    };
    let least = Claims {
        conference: 0,
        serial: Serial(0),
        category: 0,
        valid_from: DayNumber(0),
        valid_to: DayNumber(0),
        zones: 0,
        ..oksana()
    };
    let most = Claims {
        conference: u16::MAX,
        serial: Serial((1 << 40) - 1),
        category: u8::MAX,
        valid_from: DayNumber(u16::MAX),
        valid_to: DayNumber(u16::MAX),
        zones: u16::MAX,
        ..oksana()
    };
    let mut cases: Vec<Case> = Purpose::ALL
        .into_iter()
        .map(|purpose| {
            let claims = Claims { purpose, ..oksana() };
            good(&format!("purpose {}", purpose as u8), sign(&claims, &first()).as_str(), claims)
        })
        .collect();
    cases.extend([
        good("the other key", sign(&oksana(), &second()).as_str(), oksana()),
        good("every field zero", sign(&least, &first()).as_str(), least),
        good("every field full", sign(&most, &second()).as_str(), most),
        good("white space around", format!(" \t{code}\r\n"), oksana()),
        good("marks of a right-to-left page around", format!("\u{2067}{code}\u{2069}\u{200f}"), oksana()),
        good("symbology identifier", format!("]Q1{code}"), oksana()),
        good("ECI prefix", format!("\\000026{code}"), oksana()),
        good("symbology identifier and ECI prefix", format!("]Q2\\000003{code}"), oksana()),
        good("ECI prefix without its backslash", format!("000026{code}"), oksana()),
        good("Arabic-Indic digits", shifted(0x660), oksana()),
        good("Persian digits", shifted(0x6f0), oksana()),
    ]);
    cases
}

fn unknown_cases() -> Vec<Case> {
    let code = sign(&oksana(), &first()).into_string();
    let body = |change: fn(&mut [u8; BODY])| {
        let mut body = oksana().body(1);
        change(&mut body);
        signed(CONTEXT, body)
    };
    let texts = [
        ("nothing", String::new()),
        ("one digit short", code[1..].to_owned()),
        ("one digit too many", format!("0{code}")),
        ("two codes in one", format!("{code}{code}")),
        ("a letter for a digit", format!("O{}", &code[1..])),
        ("a space in the middle", format!("{} {}", &code[..100], &code[100..])),
        ("Devanagari digits", code.chars().map(|c| char::from_u32(0x966 + u32::from(c) - 0x30).unwrap()).collect()),
        ("an address before it", format!("https://example.org/{code}")),
        ("two to the power of 640", "4562440617622195218641171605700291324893228507248559930579192517899275167208677386505912811317371399778642309573594407310688704721375437998252661319722214188251994674360264950082874192246603776".to_owned()),
        ("all nines", "9".repeat(DIGITS)),
        ("all zeros", "0".repeat(DIGITS)),
        ("a wedding website", "https://example.org/table/7".to_owned()),
        ("key 2, which nobody has", body(|body| body[1] = 2)),
        ("version 0, rightly signed", body(|body| body[0] &= 0x0f)),
        ("version 2, rightly signed", body(|body| body[0] = 0x21)),
        ("purpose 0, rightly signed", body(|body| body[0] = 0x10)),
        ("purpose 15, rightly signed", body(|body| body[0] = 0x1f)),
    ];
    texts.into_iter().map(|(name, text)| case(name, text, "unknown")).collect()
}

fn forged_cases() -> Vec<Case> {
    let texts = [
        ("serial of the next badge", changed(|bytes| bytes[8] += 1)),
        ("collection code made a badge", {
            let collection = Claims { purpose: Purpose::Collection, ..oksana() };
            let mut bytes = bytes_of(&sign(&collection, &first()));
            bytes[0] = 0x11;
            digits::from_bytes(&bytes)
        }),
        ("one more day", changed(|bytes| bytes[13] += 1)),
        ("every area", changed(|bytes| bytes[14..16].fill(0xff))),
        ("a bit of R", changed(|bytes| bytes[16] ^= 1)),
        ("the last bit of R", changed(|bytes| bytes[47] ^= 0x80)),
        ("a bit of S", changed(|bytes| bytes[48] ^= 1)),
        ("S plus the group order", changed(add_order)),
        (
            "S plus twice the group order",
            changed(|bytes| {
                add_order(bytes);
                add_order(bytes);
            }),
        ),
        ("the highest bit of S", changed(|bytes| bytes[79] |= 0x80)),
        ("S = 0", changed(|bytes| bytes[48..].fill(0))),
        ("R and S = 0", changed(|bytes| bytes[16..].fill(0))),
        (
            "R = identity, S = 0",
            changed(|bytes| {
                bytes[16..].fill(0);
                bytes[16] = 1;
            }),
        ),
        (
            "R not reduced",
            changed(|bytes| {
                bytes[16] = 0xee;
                bytes[17..47].fill(0xff);
                bytes[47] = 0x7f;
            }),
        ),
        (
            "R no point of the curve",
            changed(|bytes| {
                bytes[16..48].fill(0);
                bytes[16] = 2;
            }),
        ),
        ("all ones after the body", changed(|bytes| bytes[16..].fill(0xff))),
        ("another key under this id", {
            let impostor = SigningKey::from_seed(1, &[9; 32]);
            sign(&oksana(), &impostor).into_string()
        }),
        ("the other key's id on this key's signature", changed(|bytes| bytes[1] = 200)),
        ("signature of another paper", {
            let next = Claims { serial: Serial(418), ..oksana() };
            let bytes = [&oksana().body(1)[..], &bytes_of(&sign(&next, &first()))[BODY..]].concat();
            digits::from_bytes(&bytes.try_into().unwrap())
        }),
        ("signed without the context", signed(b"", oksana().body(1))),
        ("signed for another use", signed(b"plenipo shift v1", oksana().body(1))),
    ];
    texts.into_iter().map(|(name, text)| case(name, text, "forged")).collect()
}

fn made() -> Vectors {
    let key =
        |key: SigningKey| Key { id: key.id(), public_key: data_encoding::HEXLOWER.encode(key.public().as_bytes()) };
    Vectors {
        about: "Badge codes that the Rust and the JavaScript side must read alike; made and described by src/badges/code/vectors.rs. Days count from 1 January 2000.".to_owned(),
        context: String::from_utf8(CONTEXT.to_vec()).unwrap(),
        keys: vec![key(first()), key(second())],
        cases: good_cases().into_iter().chain(unknown_cases()).chain(forged_cases()).collect(),
    }
}

#[test]
fn the_file_of_vectors_is_the_one_made_here() {
    let made = made();
    if std::env::var_os("PLENIPO_BLESS").is_some() {
        std::fs::write(FILE, serde_json::to_string_pretty(&made).unwrap() + "\n").unwrap();
    }
    let file: Vectors = serde_json::from_str(&std::fs::read_to_string(FILE).unwrap()).unwrap();
    assert_eq!(file, made);
}

#[test]
fn every_vector_reads_as_it_says() {
    let file: Vectors = serde_json::from_str(&std::fs::read_to_string(FILE).unwrap()).unwrap();
    let public = |key: &Key| {
        let bytes = data_encoding::HEXLOWER.decode(key.public_key.as_bytes()).unwrap();
        (key.id, ed25519_dalek::VerifyingKey::from_bytes(&bytes.try_into().unwrap()).unwrap())
    };
    let keys: Keys = file.keys.iter().map(public).collect();
    for case in file.cases {
        let expected = match case.result.as_str() {
            "ok" => Ok(case.claims.unwrap()),
            "unknown" => Err(Unreadable::Unknown),
            "forged" => Err(Unreadable::Forged),
            other => panic!("{other}"),
        };
        assert_eq!(read(&case.text, &keys).map(Fields::from), expected, "{}", case.name);
    }
}
