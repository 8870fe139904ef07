//! A real mail server beside the tests.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A mail server that ends with the test.
pub struct Server {
    child: Child,
    pub port: u16,
    pub folder: tempfile::TempDir,
}

impl Server {
    pub fn start(arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        // A version manager's Python may lack the module that the system's has.
        let python = ["python3", "/usr/bin/python3"].into_iter().find(|python| {
            let has = Command::new(python).args(["-c", "import aiosmtpd"]).stderr(Stdio::null()).status();
            has.is_ok_and(|status| status.success())
        });
        let mut child = Command::new(python.expect("a Python with aiosmtpd: scripts/bootstrap.sh test"))
            .arg("tests/support/smtp.py")
            .arg(folder.path())
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Self { child, port: line.trim().parse().expect("the server says its port"), folder }
    }

    /// What it took: name of the file and content, in the order of coming.
    pub fn mails(&self) -> Vec<(String, Vec<u8>)> {
        let mut found: Vec<_> = std::fs::read_dir(self.folder.path())
            .unwrap()
            .flatten()
            .map(|entry| (entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path()).unwrap()))
            .collect();
        found.sort();
        found
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
