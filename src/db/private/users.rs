//! Which user of the machine runs PostgreSQL: ourselves, unless we are root, as which it refuses to run.

use std::{
    ffi::{CStr, CString},
    os::unix::{fs::MetadataExt, process::CommandExt},
    path::Path,
    process::Command,
};

use super::{Options, PrivateError};

/// A user of the machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    pub name: String,
    pub uid: u32,
    pub gid: u32,
}

pub fn we_are_root() -> bool {
    our_uid() == 0
}

pub fn our_uid() -> u32 {
    // SAFETY: geteuid has no preconditions and cannot fail.
    unsafe { libc::geteuid() }
}

/// The user to change to before PostgreSQL's programs are started; `None` when we are not root and stay who we are.
///
/// Data that already belong to somebody are run by that somebody, so that root may look into what a plain user began.
pub fn runner(options: &Options, pgdata: &Path) -> Result<Option<User>, PrivateError> {
    let owner = pgdata.metadata().ok().map(|data| (data.uid(), data.gid()));
    if !we_are_root() {
        return match owner {
            Some((uid, _)) if uid != our_uid() => {
                Err(PrivateError::NotOurs { path: pgdata.to_owned(), owner: name_of(uid) })
            }
            _ => Ok(None),
        };
    }
    let name = match (&options.run_as, owner) {
        (Some(name), _) => name.as_str(),
        (None, Some((uid, gid))) if uid != 0 => return Ok(Some(User { name: name_of(uid), uid, gid })),
        (None, _) => "postgres",
    };
    match named(name) {
        Some(user) if user.uid != 0 => Ok(Some(user)),
        _ => Err(PrivateError::NoUser(name.to_owned())),
    }
}

/// Makes the command run as `user`, if there is one, without the groups of root.
pub fn become_user(command: &mut Command, user: Option<&User>) {
    if let Some(user) = user {
        command.uid(user.uid).gid(user.gid);
    }
}

fn named(name: &str) -> Option<User> {
    let key = CString::new(name).ok()?;
    look_up(|entry, buffer, room, found| {
        // SAFETY: all pointers are valid for the call, `room` is the length of `buffer`.
        unsafe { libc::getpwnam_r(key.as_ptr(), entry, buffer, room, found) }
    })
}

/// The name of a user, or its number where it has none.
pub fn name_of(uid: u32) -> String {
    let found = look_up(|entry, buffer, room, found| {
        // SAFETY: all pointers are valid for the call, `room` is the length of `buffer`.
        unsafe { libc::getpwuid_r(uid, entry, buffer, room, found) }
    });
    found.map_or_else(|| uid.to_string(), |user| user.name)
}

type Entry = *mut libc::passwd;

fn look_up(ask: impl Fn(Entry, *mut libc::c_char, usize, *mut Entry) -> libc::c_int) -> Option<User> {
    let mut buffer: Vec<libc::c_char> = vec![0; 1024];
    loop {
        // SAFETY: passwd is a plain C struct for which all zeroes is a valid value.
        let mut entry: libc::passwd = unsafe { std::mem::zeroed() };
        let mut found: Entry = std::ptr::null_mut();
        match ask(&raw mut entry, buffer.as_mut_ptr(), buffer.len(), &raw mut found) {
            0 if found.is_null() => return None,
            0 => {
                // SAFETY: on success pw_name points to a C string inside `buffer`.
                let name = unsafe { CStr::from_ptr(entry.pw_name) }.to_string_lossy().into_owned();
                return Some(User { name, uid: entry.pw_uid, gid: entry.pw_gid });
            }
            libc::ERANGE if buffer.len() < 1 << 20 => buffer.resize(buffer.len() * 4, 0),
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_is_found_by_name_and_by_number() {
        assert_eq!(named("root").map(|user| user.uid), Some(0));
        assert_eq!(name_of(0), "root");
    }

    #[test]
    fn a_name_nobody_has_is_not_found() {
        assert_eq!(named("nobody-has-this-name"), None);
    }
}
