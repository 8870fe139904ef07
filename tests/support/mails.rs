//! What was mailed, read as its reader would.

use plenipo::mail::{Outbox, StoredMail, mail_by_id, mails};

use super::World;

impl World {
    /// Every mail to an address, the oldest first, whatever became of it.
    pub async fn mails_to(&self, address: &str) -> Vec<StoredMail> {
        let db = self.db();
        let mut c = db.connection().await.unwrap();
        let wanted = Outbox { search: address, ..Outbox::default() };
        let mut found = Vec::new();
        for line in mails(&mut c, &wanted, 0, 1000).await.unwrap().into_iter().rev() {
            if line.to_address == address {
                found.push(mail_by_id(&mut c, None, line.id).await.unwrap());
            }
        }
        found
    }

    /// The newest mail to an address.
    pub async fn mail_to(&self, address: &str) -> StoredMail {
        self.mails_to(address).await.pop().unwrap_or_else(|| panic!("nothing was mailed to {address}"))
    }
}

/// The six digits that stand in a mail on a line of their own.
pub fn code_in(mail: &StoredMail) -> String {
    let line = mail.body_text.lines().map(str::trim).find(|line| line.len() == 6 && line.parse::<u32>().is_ok());
    line.unwrap_or_else(|| panic!("no code in {}", mail.body_text)).to_owned()
}

/// The path of the first link in a mail that begins so: `/sign-in/link/`.
pub fn link_in(mail: &StoredMail, start: &str) -> String {
    let links = mail.body_text.split_whitespace().filter(|word| word.starts_with("http"));
    let mut paths = links.filter_map(|link| Some(url::Url::parse(link).ok()?.path().to_owned()));
    paths.find(|path| path.starts_with(start)).unwrap_or_else(|| panic!("no link to {start} in {}", mail.body_text))
}
