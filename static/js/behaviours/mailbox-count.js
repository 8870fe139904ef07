// The demonstration's mailbox tells how many mails are unread, also on a page that stays open. It asks instead of listening: a browser
// keeps six lines to one host, and the pages beside need theirs.
const EVERY = 3000;

export default function mailboxCount(count) {
  const asking = setInterval(async () => {
    if (!count.isConnected) return clearInterval(asking);
    if (document.hidden) return;
    const answer = await fetch('/mailbox/count').catch(() => undefined);
    if (answer?.ok) count.textContent = await answer.text();
  }, EVERY);
}
