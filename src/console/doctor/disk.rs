//! The disk of the data: room left, and files that can still be made.

use std::ffi::CString;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use super::{Finding, standing, takes_a_file};

const MEBIBYTE: u64 = 1 << 20;
/// With less PostgreSQL will soon stop taking anything.
const TOO_LITTLE: u64 = 200 * MEBIBYTE;
/// A conference of 2,500 people with portraits and letters takes about half of this.
const COMFORTABLE: u64 = 2048 * MEBIBYTE;

pub fn look(data: &Path) -> Finding {
    match room(&standing(data)) {
        Err(error) => Finding::failed("disk", format!("{} cannot be measured: {error}", data.display())),
        Ok(free) => match takes_a_file(data) {
            Err(why) => {
                Finding::failed("disk", format!("{why}: mend its permissions, or set PLENIPO_DATA to another folder"))
            }
            Ok(()) => judged(free, data),
        },
    }
}

fn judged(free: u64, data: &Path) -> Finding {
    let said = format!("{} MiB are free for {}", free / MEBIBYTE, data.display());
    match free {
        0..TOO_LITTLE => Finding::failed("disk", format!("{said}: make room before anything is lost")),
        TOO_LITTLE..COMFORTABLE => Finding::warning("disk", format!("{said}: make room, or move PLENIPO_DATA")),
        _ => Finding::ok("disk", said),
    }
}

/// Bytes that we may still write.
fn room(folder: &Path) -> std::io::Result<u64> {
    let path = CString::new(folder.as_os_str().as_bytes())?;
    // SAFETY: statvfs is a plain C struct for which all zeroes is a valid value.
    let mut seen: libc::statvfs = unsafe { std::mem::zeroed() };
    // SAFETY: `path` is a C string and `seen` a struct of ours; both live through the call.
    match unsafe { libc::statvfs(path.as_ptr(), &raw mut seen) } {
        0 => Ok(seen.f_bavail.saturating_mul(seen.f_frsize)),
        _ => Err(std::io::Error::last_os_error()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::doctor::Word;

    #[test]
    fn a_full_disk_fails_before_it_is_quite_full() {
        let word = |free| judged(free, Path::new("/srv")).word;
        assert_eq!(
            (word(199 * MEBIBYTE), word(200 * MEBIBYTE), word(4096 * MEBIBYTE)),
            (Word::Failed, Word::Warning, Word::Ok)
        );
        assert!(room(Path::new("/")).unwrap() > 0);
    }
}
