//! 80 bytes as 193 decimal digits and back, and what is forgiven in a text that came from a scanner or a keyboard.

pub const BYTES: usize = 80;
/// 2^640 has 193 decimal digits.
pub const DIGITS: usize = 193;
const LIMBS: usize = BYTES / 4;
/// Digits worked on at a time: the most that fit a 32-bit limb.
const GROUP: usize = 9;

/// The number of these bytes, most significant first, zero-padded.
pub fn from_bytes(bytes: &[u8; BYTES]) -> String {
    let mut limbs = [0u32; LIMBS];
    for (limb, four) in limbs.iter_mut().zip(bytes.as_chunks::<4>().0) {
        *limb = u32::from_be_bytes(*four);
    }
    let mut digits = [b'0'; DIGITS];
    for group in digits.rchunks_mut(GROUP) {
        let mut rest = divide(&mut limbs, 10u64.pow(GROUP as u32));
        for digit in group.iter_mut().rev() {
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
    }
    digits.iter().map(|digit| char::from(*digit)).collect()
}

/// None unless the text ends in 193 digits of a number below 2^640, with nothing before them but what a scanner adds.
///
/// Forgiven: control characters, spaces and the invisible marks that copying from a right-to-left page brings along, on
/// both ends; a symbology identifier (`]Q1`) and an ECI number (`\000026`, with or without its backslash) before the
/// digits; Arabic-Indic and Persian digits. Nothing inside the digits, and no second code in front of them: a scan
/// glued to the one before is scanned again rather than half believed.
pub fn to_bytes(text: &str) -> Option<[u8; BYTES]> {
    let mut before = text.trim_matches(is_margin).chars();
    let mut digits = [0u8; DIGITS];
    for slot in digits.iter_mut().rev() {
        *slot = value(before.next_back()?)?;
    }
    if !is_scanner_prefix(before.as_str()) {
        return None;
    }
    let mut limbs = [0u32; LIMBS];
    for group in digits.chunks(GROUP) {
        let number = group.iter().fold(0, |number, digit| number * 10 + u64::from(*digit));
        multiply_and_add(&mut limbs, 10u64.pow(group.len() as u32), number)?;
    }
    let mut bytes = [0; BYTES];
    for (four, limb) in bytes.as_chunks_mut::<4>().0.iter_mut().zip(limbs) {
        *four = limb.to_be_bytes();
    }
    Some(bytes)
}

fn is_margin(c: char) -> bool {
    c <= ' '
        || matches!(c, '\u{7f}' | '\u{a0}' | '\u{feff}' | '\u{61c}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202f}' | '\u{2066}'..='\u{2069}')
}

fn value(c: char) -> Option<u8> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return None,
    };
    Some((u32::from(c) - u32::from(zero)) as u8)
}

/// AIM symbology identifier of QR codes, then an ECI designator of six digits; both optional.
fn is_scanner_prefix(prefix: &str) -> bool {
    let mut rest = prefix.chars();
    if let Some(identified) = prefix.strip_prefix("]Q") {
        rest = identified.chars();
        if rest.next().and_then(value).is_none() {
            return false;
        }
    }
    let eci = rest.as_str();
    let number = eci.strip_prefix('\\').unwrap_or(eci);
    eci.is_empty() || (number.chars().count() == 6 && number.chars().all(|c| value(c).is_some()))
}

/// Divides in place and gives the remainder; the first limb is the most significant.
fn divide(limbs: &mut [u32; LIMBS], by: u64) -> u64 {
    limbs.iter_mut().fold(0, |rest, limb| {
        let part = rest << 32 | u64::from(*limb);
        *limb = (part / by) as u32;
        part % by
    })
}

/// None when the number outgrows the limbs.
fn multiply_and_add(limbs: &mut [u32; LIMBS], by: u64, add: u64) -> Option<()> {
    let overflow = limbs.iter_mut().rev().fold(add, |carry, limb| {
        let part = u64::from(*limb) * by + carry;
        *limb = part as u32;
        part >> 32
    });
    (overflow == 0).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// 2^640, the first number that is not a code; from an independent calculation (`python3 -c 'print(2**640)'`).
    const TOO_BIG: &str = "4562440617622195218641171605700291324893228507248559930579192517899275167208677386505912811317371399778642309573594407310688704721375437998252661319722214188251994674360264950082874192246603776";

    #[test]
    fn the_greatest_number_is_read_and_the_next_is_not() {
        let greatest = from_bytes(&[0xff; BYTES]);
        assert_eq!(&greatest[..192], &TOO_BIG[..192]);
        assert_eq!(to_bytes(&greatest), Some([0xff; BYTES]));
        assert_eq!(to_bytes(TOO_BIG), None);
        assert_eq!(to_bytes(&"9".repeat(DIGITS)), None);
    }

    #[test]
    fn nothing_is_all_zeros() {
        assert_eq!(from_bytes(&[0; BYTES]), "0".repeat(DIGITS));
        assert_eq!(to_bytes(&"0".repeat(DIGITS)), Some([0; BYTES]));
    }

    #[test]
    fn what_scanners_and_keyboards_add_is_forgiven() {
        let bytes: [u8; BYTES] = std::array::from_fn(|at| at as u8 + 1);
        let plain = from_bytes(&bytes);
        let from_arabic_keyboard: String =
            plain.chars().map(|c| char::from_u32(0x660 + u32::from(c) - 0x30).unwrap()).collect();
        let from_persian_keyboard: String =
            plain.chars().map(|c| char::from_u32(0x6f0 + u32::from(c) - 0x30).unwrap()).collect();
        let texts = [
            format!("  {plain}\r\n"),
            format!("\u{2}{plain}\u{3}"),
            format!("\u{2067}{plain}\u{2069}"),
            format!("]Q1{plain}"),
            format!("\\000026{plain}"),
            format!("]Q2\\000026{plain}"),
            format!("000026{plain}"),
            from_arabic_keyboard,
            from_persian_keyboard,
        ];
        for text in texts {
            assert_eq!(to_bytes(&text), Some(bytes), "{text:?}");
        }
    }

    #[test]
    fn nothing_else_is_forgiven() {
        let plain = from_bytes(&[1; BYTES]);
        let texts = [
            String::new(),
            plain[1..].to_owned(),
            format!("{plain}{plain}"),
            format!("0{plain}"),
            format!("]Q{plain}"),
            format!("]E0{plain}"),
            format!("\\{plain}"),
            format!("https://{plain}"),
            format!("{plain}x"),
            format!("{} {}", &plain[..90], &plain[90..]),
            format!("{}\u{966}", &plain[1..]),
            format!("+{}", &plain[1..]),
        ];
        for text in texts {
            assert_eq!(to_bytes(&text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn bytes_survive_the_digits(half in any::<[u8; 32]>(), other in any::<[u8; 32]>(), rest in any::<[u8; 16]>()) {
            let bytes: [u8; BYTES] = [&half[..], &other[..], &rest[..]].concat().try_into().unwrap();
            prop_assert_eq!(to_bytes(&from_bytes(&bytes)), Some(bytes));
        }
    }
}
