// The timetable without page loads. Everything it does is a form or a link of the page: it posts the same fields, and puts the page that
// comes back in the place of this one, piece by piece. Others' moves come in by a stream of events.
import dialog from '../timetable/dialog.js';
import drag from '../timetable/drag.js';
import { merge, remember } from '../timetable/merge.js';
import { clock, neighbour, nudge, stretched, within } from '../timetable/place.js';

const GATHER = 60;
const PAUSE = 650;
const SHOWN = 9000;

export default function timetable(root) {
  const part = (id) => document.getElementById(id);
  const mayChange = 'change' in root.dataset;
  const rightToLeft = () => getComputedStyle(root).direction === 'rtl';
  let holding = 0, posting = 0, stale = false, pending = null, gather, toasting, looking, asked = 0;
  // Arrows that are pressed while a move is on its way.
  const pressed = [];

  const parse = async (answer) => new DOMParser().parseFromString(await answer.text(), 'text/html');
  const address = () => location.pathname + location.search;

  /** Says something: to the eye for a while, and to whoever listens. */
  function say(text, kind, notice) {
    part('tt-said').textContent = text ?? '';
    const toast = part('tt-toast');
    clearTimeout(toasting);
    toast.dataset.kind = kind ?? '';
    toast.replaceChildren(notice ?? Object.assign(document.createElement('p'), { textContent: text }));
    toast.hidden = !text;
    toasting = setTimeout(() => { toast.hidden = true; }, SHOWN);
  }

  function take(page) {
    const happened = merge(root, page);
    const notice = page.querySelector('.flash .notice');
    if (notice) {
      const own = document.adoptNode(notice);
      own.removeAttribute('role');
      return say(own.querySelector('p').textContent, own.className, own);
    }
    if (happened.length) say(happened.map((one) => one.text).join(' '));
  }

  async function refresh() {
    if (holding || posting || pending) { stale = true; return; }
    stale = false;
    const turn = ++asked;
    try {
      const answer = await fetch(address(), { headers: { Accept: 'text/html' } });
      const page = await parse(answer);
      // A newer answer is on its way, or something is being moved by now.
      if (turn !== asked) return;
      if (holding || posting || pending) { stale = true; return; }
      if (page.getElementById('timetable')) take(page); else if (answer.redirected) location.assign(answer.url);
    } catch { /* the next event, or coming back, asks again */ }
  }

  /** Posts a form of ours. Gives the page that came; the timetable is merged, a refusal said. */
  async function send(url, fields) {
    posting++;
    asked++;
    const body = new URLSearchParams(fields);
    body.set('form_token', root.dataset.token);
    try {
      const answer = await fetch(url, { method: 'POST', body, headers: { Accept: 'text/html' } });
      const page = await parse(answer);
      if (page.getElementById('timetable')) take(page);
      else if (answer.redirected) location.assign(answer.url);
      else {
        const why = page.querySelector('#refused p') ?? page.querySelector('#errors li') ?? page.querySelector('main p');
        say(why?.textContent ?? root.dataset.lost, 'no');
        stale = true;
      }
      return page;
    } catch {
      say(root.dataset.lost, 'no');
      return null;
    } finally {
      posting--;
      const block = document.activeElement?.closest('.tt-grid .tt-block');
      for (const press of pressed.splice(0)) if (block) arrow(press, block);
      if (stale) refresh();
    }
  }

  const first = (section) => Number(section.dataset.first);
  const hours = (section, from, minutes) => `${clock(first(section) + from)}–${clock(first(section) + from + minutes)}`;
  const columns = (section) => [...section.querySelectorAll('.tt-column')];

  function place(block, column, from, minutes) {
    const set = (name, value) => block.style.setProperty(name, value);
    set('--col', column + 1); set('--at', from); set('--for', minutes); set('--lane', 0); set('--of', 1);
  }
  const clear = (block) => block.removeAttribute('style');

  /** What is posted for a place, and asked about. */
  function fields(block, to) {
    const section = block.closest('.tt-day');
    const own = section ? { day: section.dataset.date, start: clock(first(section) + Number(block.dataset.from)) } : { day: '', start: '' };
    const base = { version: block.dataset.version, length: block.dataset.minutes, room: block.dataset.room, back: address(), ...own };
    if (to.kind === 'tray') return { ...base, tray: 'yes' };
    if (to.kind === 'day') return { ...base, day: to.day };
    return { ...base, day: to.day, start: clock(first(to.section) + to.from), length: String(to.minutes), room: to.room };
  }

  const desk = {
    root, say, send, place, hours,
    hold(on) { holding += on ? 1 : -1; if (!holding && stale) refresh(); },
    differs(block, to) {
      const section = block.closest('.tt-day');
      if (to.kind === 'tray') return Boolean(section);
      if (to.kind === 'day') return section?.dataset.date !== to.day;
      return section !== to.section || block.dataset.room !== to.room || Number(block.dataset.from) !== to.from || Number(block.dataset.minutes) !== to.minutes;
    },
    async move(block, to) {
      const link = block.querySelector('.tt-open');
      const said = fields(block, to);
      // On a day alone, what had no time yet has none: its page asks for it.
      if (to.kind === 'day' && !said.start) return over.open(`${link.getAttribute('href')}&${new URLSearchParams({ ...said, start: '09:00' })}`);
      block.classList.add('tt-busy');
      await send(`${new URL(link.href).pathname}/place`, said);
      block.classList.remove('tt-busy');
      clear(block);
      part(`o-${block.dataset.session}`)?.focus({ preventScroll: true });
    },
    /** Shows what a move would do while it is not made yet; of nothing, hides it. */
    async look(block, to, [x, y] = [0, 0]) {
      looking?.abort();
      const panel = part('tt-outlook');
      if (!block || (to.kind === 'day' && !block.closest('.tt-day'))) { panel.hidden = true; return; }
      looking = new AbortController();
      const url = `${new URL(block.querySelector('.tt-open').href).pathname}/outlook?${new URLSearchParams(fields(block, to))}`;
      try {
        const answer = await fetch(url, { signal: looking.signal, headers: { Accept: 'text/html' } });
        panel.replaceChildren(...(await parse(answer)).body.childNodes);
        panel.classList.toggle('tt-aside', (x > innerWidth / 2) !== rightToLeft());
        panel.classList.toggle('tt-above', y > innerHeight * .6);
        panel.hidden = false;
      } catch { panel.hidden = true; }
    },
    /** Makes a nudge that is still waiting. */
    async settle() {
      if (!pending) return;
      const { block, to, timer } = pending;
      clearTimeout(timer);
      pending = null;
      if (desk.differs(block, to)) await desk.move(block, to); else { clear(block); if (stale) refresh(); }
    },
  };
  const over = dialog(desk);

  function arrow(event, block) {
    const section = block.closest('.tt-day');
    const count = columns(section).length;
    if (!count || !columns(section)[0].offsetParent) return false;
    const now = pending?.block === block ? pending.to : {
      kind: 'grid', section, day: section.dataset.date, from: Number(block.dataset.from), minutes: Number(block.dataset.minutes),
      place: columns(section).findIndex((column) => column.dataset.room === block.dataset.room),
    };
    const to = { ...now };
    const up = event.key === 'ArrowUp' ? -1 : 1;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      if (event.shiftKey) to.minutes = stretched(now.minutes, up);
      else to.from = within(nudge(first(section) + now.from, up) - first(section), section.querySelectorAll('.tt-axis span').length * 60);
    } else {
      if (event.shiftKey) return false;
      const next = neighbour(now.place, count, event.key, rightToLeft());
      if (next < 0) return true;
      to.place = next;
    }
    const column = columns(section)[to.place];
    to.room = column.dataset.room;
    clearTimeout(pending?.timer);
    pending = { block, to, timer: setTimeout(desk.settle, PAUSE) };
    place(block, to.place, to.from, to.minutes);
    const time = block.querySelector('.tt-time');
    if (time) time.textContent = hours(section, to.from, to.minutes);
    block.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    part('tt-said').textContent = `${hours(section, to.from, to.minutes)}, ${column.dataset.name}`;
    return true;
  }

  function forget() {
    const { block, timer } = pending;
    clearTimeout(timer);
    pending = null;
    clear(block);
    const section = block.closest('.tt-day');
    const time = block.querySelector('.tt-time');
    if (time) time.textContent = hours(section, Number(block.dataset.from), Number(block.dataset.minutes));
    say(root.dataset.left);
    if (stale) refresh();
  }

  async function step(name) {
    await desk.settle();
    const form = root.querySelector(`[data-step=${name}]`);
    if (form) send(form.getAttribute('action'), {});
  }

  const typing = (at) => at.matches?.('input, select, textarea, [contenteditable]');
  if (mayChange) {
    drag(desk);
    document.addEventListener('keydown', (event) => {
      if (over.isOpen() || !root.isConnected) return;
      const ctrl = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (ctrl && !event.altKey && !typing(event.target) && (key === 'z' || (key === 'y' && !event.shiftKey))) {
        event.preventDefault();
        return step(key === 'y' || event.shiftKey ? 'redo' : 'undo');
      }
      const block = event.target.closest?.('.tt-grid .tt-block');
      if (event.key === 'Escape' && pending) return forget();
      if (!block || ctrl || event.altKey || !event.key.startsWith('Arrow')) return;
      if (posting) {
        event.preventDefault();
        pressed.push({ key: event.key, shiftKey: event.shiftKey });
        return;
      }
      if (pending && pending.block !== block) desk.settle();
      if (arrow(event, block)) event.preventDefault();
    });
    root.addEventListener('focusout', () => { if (pending && !pending.block.contains(document.activeElement)) setTimeout(() => desk.settle()); });
    root.addEventListener('submit', (event) => {
      const form = event.target.closest('[data-step], .tt-toast form');
      if (!form) return;
      event.preventDefault();
      if (form.dataset.step) step(form.dataset.step); else send(form.getAttribute('action'), {});
    });
  }

  // The filters and the days: the same addresses, without leaving.
  let resting;
  async function go(url, push) {
    await desk.settle();
    history[push ? 'pushState' : 'replaceState']({ timetable: true }, '', url);
    refresh();
  }
  const filters = part('tt-filters');
  const filtered = () => `${filters.getAttribute('action')}?${new URLSearchParams([...new FormData(filters)].filter(([, value]) => value !== ''))}`;
  filters.addEventListener('input', (event) => {
    clearTimeout(resting);
    resting = setTimeout(() => go(filtered(), false), event.target.matches('select') ? 0 : 200);
  });
  filters.addEventListener('submit', (event) => { event.preventDefault(); go(filtered(), true); });
  root.addEventListener('click', (event) => {
    const way = event.target.closest('.tt-days a, .tt-found a');
    if (!way || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    event.preventDefault();
    const wanted = new URL(way.href).searchParams;
    filters.elements.day.value = wanted.get('day') ?? '';
    if (way.closest('.tt-found')) for (const field of filters.elements) if (field.name && field.name !== 'day') field.value = '';
    go(way.href, true);
  });
  addEventListener('popstate', () => location.reload());

  let stream;
  const listen = () => {
    if (stream || document.hidden) return;
    stream = new EventSource(root.dataset.news);
    const later = () => { clearTimeout(gather); gather = setTimeout(refresh, GATHER); };
    for (const kind of ['news', 'resync']) stream.addEventListener(kind, later);
    let broken = false;
    stream.addEventListener('error', () => { broken = true; document.documentElement.dataset.line = 'off'; });
    stream.addEventListener('open', () => { if (broken) refresh(); broken = false; document.documentElement.dataset.line = 'on'; });
  };
  const close = () => { stream?.close(); stream = undefined; };
  document.addEventListener('visibilitychange', () => { if (document.hidden) return close(); listen(); refresh(); });
  addEventListener('pagehide', close);
  addEventListener('pageshow', listen);

  root.querySelector('.tt-print').addEventListener('click', () => print());
  remember(root);
  listen();
  const target = location.hash.startsWith('#s-') && part(location.hash.slice(1));
  // The sheet opens where the day is, or at the session that is asked for.
  if (target) target.scrollIntoView({ block: 'center', inline: 'center' });
  else for (const now of root.querySelectorAll('.tt-now')) {
    const frame = now.closest('.tt-frame');
    frame.scrollTop = now.offsetTop - frame.clientHeight / 2;
  }
  root.dataset.ready = 'yes';
}
