// Puts a fresh copy of the page into the one that is looked at: only what differs is replaced, so that scroll, focus and open menus
// stay, and what moved is seen moving.
import { improve } from '../app.js';

const asServed = new WeakMap();
const source = (node) => asServed.get(node) ?? node.outerHTML;
const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Remembers blocks as they came, before anything is marked on them. */
export function remember(root) {
  for (const node of root.querySelectorAll('.tt-blocks > *, .tt-tray-list > *')) asServed.set(node, node.outerHTML);
}

function adopt(fresh) {
  const html = fresh.outerHTML;
  const node = document.adoptNode(fresh);
  asServed.set(node, html);
  return node;
}

function slide(node, before) {
  if (!before || calm()) return;
  const now = node.getBoundingClientRect();
  const [x, y] = [before.left - now.left, before.top - now.top];
  if (x || y) node.animate([{ transform: `translate(${x}px, ${y}px)`, zIndex: 9 }, { transform: 'none', zIndex: 9 }], { duration: 260, easing: 'ease-out' });
}

/** The children of one list in the place of those of another; each has an id. */
function children(list, fresh, boxes) {
  let at = list.firstElementChild;
  for (const next of [...fresh.children]) {
    const old = document.getElementById(next.id);
    const same = old && old.parentElement === list && source(old) === next.outerHTML;
    const node = same ? old : adopt(next);
    if (!same && old) { if (old === at) at = at.nextElementSibling; old.remove(); }
    if (node === at) at = at.nextElementSibling; else list.insertBefore(node, at);
    if (!same) slide(node, boxes.get(node.id));
  }
  while (at) { const gone = at; at = at.nextElementSibling; gone.remove(); }
}

function replace(old, fresh) {
  if (!old || !fresh || source(old) === fresh.outerHTML) return;
  const node = adopt(fresh);
  old.replaceWith(node);
  remember(node);
  improve(node);
}

function day(old, fresh, boxes) {
  const part = (root, css) => root.querySelector(css);
  const [sheet, next] = [part(old, '.tt-sheet'), part(fresh, '.tt-sheet')];
  const frame = old.dataset.first === fresh.dataset.first && sheet?.className === next?.className;
  if (!sheet || !next || !frame || part(sheet, '.tt-heads').outerHTML !== part(next, '.tt-heads').outerHTML) {
    const scroll = part(old, '.tt-frame');
    const [top, left] = [scroll?.scrollTop ?? 0, scroll?.scrollLeft ?? 0];
    old.dataset.first = fresh.dataset.first;
    old.replaceChildren(...fresh.childNodes);
    remember(old);
    part(old, '.tt-frame')?.scrollTo(left, top);
    return;
  }
  for (const column of sheet.querySelectorAll('.tt-column')) replace(column, next.querySelector(`[id="${column.id}"]`));
  const [now, fromNow] = [part(sheet, '.tt-now'), part(next, '.tt-now')];
  if (now && fromNow) now.className = fromNow.className; else if (now) now.remove();
  const nothing = part(old, '.tt-nothing');
  if (!part(fresh, '.tt-nothing')) nothing?.remove();
  children(part(sheet, '.tt-blocks'), part(next, '.tt-blocks'), boxes);
}

/** What happened that was not on the page before, by others: its words and the session of each. */
function news(root, page) {
  const known = new Set([...root.querySelectorAll('.tt-happened li')].map((line) => line.dataset.key));
  const lines = [...page.querySelectorAll('.tt-happened li')].filter((line) => !known.has(line.dataset.key));
  return lines.filter((line) => !('mine' in line.dataset)).map((line) => ({ of: line.dataset.of, text: line.querySelector('.tt-what').textContent }));
}

export function merge(root, page) {
  const fresh = page.getElementById('timetable');
  const focused = document.activeElement?.id;
  const boxes = new Map([...root.querySelectorAll('.tt-block')].map((node) => [node.id, node.getBoundingClientRect()]));
  const happened = news(root, fresh);
  for (const name of ['undo', 'redo']) {
    const [old, next] = [root, fresh].map((one) => one.querySelector(`[data-step=${name}] button`));
    if (old && next) { old.disabled = next.disabled; old.title = next.title; old.form.action = next.form.getAttribute('action'); }
  }
  const lately = (one) => one.querySelector('#tt-lately .menu-sheet');
  if (lately(root).innerHTML !== lately(fresh).innerHTML) lately(root).replaceChildren(...lately(fresh).childNodes);
  for (const id of ['tt-days', 'tt-found', 'tt-tray-head']) replace(document.getElementById(id), page.getElementById(id));
  const days = (one) => [...one.querySelectorAll('.tt-day')];
  const [old, next] = [days(root), days(fresh)];
  if (old.map((one) => one.id).join() === next.map((one) => one.id).join()) old.forEach((one, place) => day(one, next[place], boxes));
  else { root.querySelector('#tt-sheets').replaceChildren(...next); remember(root); }
  children(root.querySelector('#tt-tray-list'), fresh.querySelector('#tt-tray-list'), boxes);
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({ preventScroll: true });
  for (const { of } of happened) {
    const block = document.getElementById(`s-${of}`);
    block?.classList.add('tt-news');
    setTimeout(() => block?.classList.remove('tt-news'), 2500);
  }
  return happened;
}
