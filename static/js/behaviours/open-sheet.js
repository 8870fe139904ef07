// One press prints: the form is sent behind the page, the PDF that its answer links to opens in a tab of its own, and the answer's
// region takes the place of ours. The tab is opened while the press still counts as one; where it may not open, the link waits.
import { improve } from '../app.js';

export default function openSheet(form) {
  let sent = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (sent) return;
    sent = true;
    const tab = window.open('', '_blank');
    if (tab) tab.opener = null;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById(form.dataset.region);
      if (!fresh) throw new Error(`answered ${answer.status}`);
      const sheet = answer.ok && fresh.querySelector('#sheet');
      if (sheet && tab) tab.location.replace(new URL(sheet.getAttribute('href'), location.href)); else tab?.close();
      const put = document.adoptNode(fresh);
      document.getElementById(form.dataset.region).replaceWith(put);
      improve(put);
      put.querySelector('#sheet, [aria-invalid]')?.focus({ preventScroll: true });
    } catch {
      tab?.close();
      form.submit();
    }
  });
}
