//! On which line of a JSON text each event begins: the reader of JSON says where a text breaks off, but not where in a whole one
//! a value stands.

/// The lines of the objects in `days[..].rooms{..}[..]`, in the order of the text; the text is known to be JSON.
pub fn of_events(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    // What is open: the key of a member where it is an object's, else nothing.
    let mut open: Vec<Open> = Vec::new();
    let (mut line, mut bytes) = (1, text.bytes().enumerate());
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\n' => line += 1,
            b'"' => {
                let end = end_of_string(text.as_bytes(), at + 1);
                if let Some(within) = open.last_mut().filter(|within| within.object && !within.valued) {
                    within.key = text.get(at + 1..end).unwrap_or_default().to_owned();
                }
                // Strings of JSON hold no line break as such.
                for _ in at..end {
                    bytes.next();
                }
            }
            b':' => {
                if let Some(within) = open.last_mut() {
                    within.valued = true;
                }
            }
            b',' => {
                if let Some(within) = open.last_mut() {
                    within.valued = false;
                }
            }
            b'{' | b'[' => {
                if byte == b'{' && is_event(&open) {
                    found.push(line);
                }
                open.push(Open { object: byte == b'{', key: String::new(), valued: false });
            }
            b'}' | b']' => {
                open.pop();
            }
            _ => {}
        }
    }
    found
}

struct Open {
    object: bool,
    /// Of the member that is being read.
    key: String,
    /// Past the colon.
    valued: bool,
}

/// Whether what opens here is in a list in `rooms` of something in a list that is `days`.
fn is_event(open: &[Open]) -> bool {
    let [.., days, day, rooms, room] = open else { return false };
    days_of(days, open) && day.object && day.key == "rooms" && rooms.object && !room.object
}

/// Whether this list is the value of `days`.
fn days_of(list: &Open, open: &[Open]) -> bool {
    let holder = open.len().checked_sub(5).and_then(|at| open.get(at));
    !list.object && holder.is_some_and(|holder| holder.object && holder.key == "days")
}

/// The place of the mark that ends a string.
fn end_of_string(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at.min(bytes.len())
}
