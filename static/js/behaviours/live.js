// Keeps a page true while it is looked at: data-live names a stream of events; on each the page fetches itself anew, or the page
// that data-from names, whose regions it shows.
// The stream closes with the tab hidden, and coming back (or a broken line mended) always fetches once.
import { swap } from '../swap.js';

const GATHER = 250;

export default function live(element) {
  let stream, timer, broken = false;
  const refresh = () => { clearTimeout(timer); timer = setTimeout(() => swap(element.dataset.from ?? location.href), GATHER); };

  const open = () => {
    if (stream || document.hidden || !element.isConnected) return;
    stream = new EventSource(element.dataset.live);
    for (const kind of ['news', 'resync']) stream.addEventListener(kind, refresh);
    stream.addEventListener('open', () => { if (broken) refresh(); broken = false; mark('on'); });
    // What comes from another page is not there yet.
    if (element.dataset.from) refresh();
    stream.addEventListener('error', () => { broken = true; mark('off'); });
  };
  const close = () => { stream?.close(); stream = undefined; };
  // An element that has left the page (another was put in its place) lets its line go: a browser has six to one host.
  const watch = setInterval(() => { if (!element.isConnected) { close(); clearInterval(watch); } }, 2000);
  const mark = (state) => { document.documentElement.dataset.line = state; };

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return close();
    open();
    refresh();
  });
  addEventListener('pagehide', close);
  addEventListener('pageshow', open);
  open();
}
