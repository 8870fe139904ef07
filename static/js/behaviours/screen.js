// A screen that nobody touches: follows the server's news, asks every minute, and goes on by the clock when nobody answers. How old
// its knowledge is, it takes from the page itself: an answer that the worker kept carries the time at which it was drawn.
import { course, dayOf, minutesUntil, pages } from '../screen/course.js';

const TICK = 1000, ASK = 60_000, AGAIN = 10_000, SILENT = 90_000, TURN = 12_000, KEPT_OFFSET = 'plenipo-screen-offset';

export default function screen(first) {
  const root = first;
  let offset = Number(localStorage.getItem(KEPT_OFFSET)) || 0, asked = 0, asking = false, alone = false, turn = 0, turned = 0;
  const { zone } = root.dataset;
  const lang = document.documentElement.lang;
  const now = () => Date.now() + offset;
  const clock = (at) => new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  const wait = new Intl.RelativeTimeFormat(lang, { numeric: 'always' });
  const drawn = () => Number(root.dataset.drawn);
  const silent = () => now() - drawn() > SILENT;
  const text = (element, words) => { if (element && element.textContent !== words) element.textContent = words; };

  function place() {
    const at = now();
    let free = true;
    for (const list of root.querySelectorAll('.held')) {
      const held = [...list.children];
      const sessions = held.map(({ dataset }) => ({ from: Number(dataset.from), until: Number(dataset.until), cancelled: 'off' in dataset }));
      const found = course(sessions, at, zone);
      if (found.on !== null) free = false;
      held.forEach((one, index) => {
        const { from, until, cancelled } = sessions[index];
        const state = found.on === index ? 'now' : found.next === index ? 'next' : found.later.includes(index) ? 'later'
          : cancelled && until > at && dayOf(from, zone) === dayOf(at, zone) ? 'off' : 'away';
        one.dataset.state = state;
        text(one.querySelector('.held-word'), { now: root.dataset.now, next: root.dataset.next }[state] ?? '');
        const minutes = minutesUntil(from, at);
        text(one.querySelector('.held-wait'), state === 'next' && minutes < 60 ? wait.format(minutes, 'minute') : '');
      });
      // A line that would be cut in half is not shown.
      if (list.parentElement === root) for (const one of held) one.toggleAttribute('data-cut', one.offsetTop + one.offsetHeight > list.clientHeight + 1);
    }
    root.querySelector('[data-free]')?.toggleAttribute('hidden', !free);
    text(root.querySelector('[data-clock]'), clock(at));
    const contact = root.querySelector('[data-contact]');
    if (contact) {
      contact.hidden = !alone && !silent();
      text(contact.querySelector('time'), clock(drawn()));
    }
    show(at);
  }

  // More rooms than fit: page after page.
  function show(at) {
    const body = root.querySelector('[data-pages]');
    if (!body) return;
    const rows = [...body.querySelectorAll('.board-room')];
    const live = rows.filter((row) => row.querySelector('[data-state=now], [data-state=next]'));
    rows.forEach((row) => { row.hidden = !live.includes(row); });
    body.querySelector('.board-nothing').hidden = live.length > 0;
    const found = pages(live.map((row) => row.offsetHeight), body.clientHeight);
    if (at - turned > TURN) { turn += 1; turned = at; }
    const page = found[turn % Math.max(1, found.length)] ?? [];
    live.forEach((row, index) => { row.hidden = !page.includes(index); });
    text(root.querySelector('[data-page]'), found.length > 1 ? `${(turn % found.length) + 1}/${found.length}` : '');
  }

  async function ask() {
    if (asking) return;
    asking = true;
    asked = Date.now();
    try {
      const answer = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(8000) });
      if (!answer.ok) throw answer;
      if (answer.headers.has('x-kept')) throw answer;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const script = (of) => of.querySelector('script[type=module]')?.getAttribute('src');
      const fresh = page.getElementById('screen');
      // The program itself is another one: the whole page is fetched anew.
      if (!fresh?.dataset.drawn || script(page) !== script(document)) { location.reload(); return; }
      root.replaceChildren(...document.adoptNode(fresh).childNodes);
      root.dataset.drawn = fresh.dataset.drawn;
      // The server's clock counts, not the tablet's.
      offset = drawn() - Date.now();
      localStorage.setItem(KEPT_OFFSET, offset);
      alone = false;
    } catch {
      // The clock goes on, and the line at the foot says since when nobody answers.
      alone = true;
    } finally {
      asking = false;
      place();
    }
  }

  const news = new EventSource(root.dataset.live);
  for (const kind of ['news', 'resync']) news.addEventListener(kind, ask);
  setInterval(() => {
    place();
    if (Date.now() - asked > (alone || silent() ? AGAIN : ASK)) ask();
  }, TICK);
  place();
  keep(root.dataset.worker);
}

// The worker is told of everything that this page is made of. Without https there is none, and the page lives as long as it is open.
async function keep(script) {
  if (!navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register(script);
    const { active } = await navigator.serviceWorker.ready;
    const made = performance.getEntriesByType('resource').map(({ name }) => name);
    const own = made.filter((name) => name.startsWith(location.origin) && !name.endsWith('/news'));
    active.postMessage({ keep: [location.href, ...own] });
  } catch (trouble) { console.warn(trouble); }
}
