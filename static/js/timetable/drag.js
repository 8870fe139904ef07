// Sessions dragged with a mouse, a pen or a finger: to another time or room, to a day's tab, to the tray and out of it. A finger
// scrolls, and drags after a long press. Escape lets go.
import { pull, snap, under, within } from './place.js';

const FAR = 5;
const LONG = 380;
const REST = 130;

export default function drag(desk) {
  const { root } = desk;
  let held = null;
  let justDropped = false;

  const columns = (section) => [...section.querySelectorAll('.tt-column')];
  const isDrawn = () => root.querySelector('.tt-column')?.offsetParent;

  function target(x, y) {
    const at = document.elementFromPoint(x, y);
    const tab = at?.closest('.tt-days a[data-date]');
    if (tab?.dataset.date) return { kind: 'day', element: tab, day: tab.dataset.date };
    const tray = at?.closest('.tt-tray');
    if (tray) return { kind: 'tray', element: tray };
    const section = at?.closest('.tt-day');
    const grid = section?.querySelector('.tt-grid');
    if (!grid) return null;
    const boxes = columns(section).map((column) => column.getBoundingClientRect());
    const place = under(boxes, x);
    if (place < 0) return null;
    const hours = section.querySelectorAll('.tt-axis span').length;
    const minute = boxes[place].height / (hours * 60);
    const from = within(snap((y - held.grip * minute - boxes[place].top) / minute), hours * 60);
    const column = columns(section)[place];
    return { kind: 'grid', element: column, section, place, from, minutes: held.minutes, room: column.dataset.room, day: section.dataset.date };
  }

  function lift() {
    const { block } = held;
    held.lifted = true;
    desk.hold(true);
    document.documentElement.classList.add('tt-dragging');
    held.ghost = block.cloneNode(true);
    held.ghost.removeAttribute('id');
    held.ghost.querySelectorAll('[id]').forEach((one) => one.removeAttribute('id'));
    held.ghost.classList.add('tt-ghost');
    held.ghost.setAttribute('aria-hidden', 'true');
    block.classList.add('tt-lifted');
    try { root.setPointerCapture(held.pointer); } catch { /* a pointer that has just gone */ }
    if (held.touch) navigator.vibrate?.(30);
    requestAnimationFrame(scroll);
    follow();
  }

  function follow() {
    const { x, y, ghost } = held;
    const found = target(x, y);
    const key = found && [found.kind, found.day, found.room, found.from].join();
    if (found?.kind === 'grid') {
      ghost.classList.remove('tt-ghost-loose');
      ghost.style.transform = '';
      desk.place(ghost, found.place, found.from, found.minutes);
      const list = found.section.querySelector('.tt-blocks');
      if (ghost.parentElement !== list) list.append(ghost);
      const time = ghost.querySelector('.tt-time');
      if (time) time.textContent = desk.hours(found.section, found.from, found.minutes);
    } else {
      ghost.classList.add('tt-ghost-loose');
      ghost.style.transform = `translate(${x + 8}px, ${y + 8}px)`;
      if (ghost.parentElement !== root) root.append(ghost);
    }
    if (key === held.key) return;
    held.target?.element.classList.remove('tt-over');
    found?.element.classList.add('tt-over');
    [held.key, held.target] = [key, found];
    clearTimeout(held.rest);
    held.rest = setTimeout(() => found && held && desk.look(held.block, found, [held.x, held.y]), REST);
    if (!found) desk.look(null);
  }

  // At the edge of a sheet it goes on by itself.
  function scroll() {
    if (!held?.lifted) return;
    const frame = held.target?.section?.querySelector('.tt-frame');
    for (const one of [frame, root.querySelector('#tt-sheets')].filter(Boolean)) {
      const box = one.getBoundingClientRect();
      const [down, along] = [pull(held.y, box.top, box.bottom), one === frame ? pull(held.x, box.left, box.right) : 0];
      const before = [one.scrollTop, one.scrollLeft];
      if (down || along) one.scrollBy(along, down);
      if (before[0] !== one.scrollTop || before[1] !== one.scrollLeft) follow();
    }
    requestAnimationFrame(scroll);
  }

  function release() {
    clearTimeout(held.press);
    clearTimeout(held.rest);
    held.target?.element.classList.remove('tt-over');
    document.documentElement.classList.remove('tt-dragging');
    desk.look(null);
    held = null;
  }

  function letGo() {
    if (!held) return;
    const { lifted, block, ghost } = held;
    release();
    if (!lifted) return;
    ghost.remove();
    block.classList.remove('tt-lifted');
    desk.say(root.dataset.left);
    desk.hold(false);
  }

  async function drop() {
    const { block, ghost, target: found } = held;
    if (!found || !desk.differs(block, found)) return letGo();
    release();
    if (found.kind !== 'grid') ghost.remove();
    await desk.move(block, found);
    ghost.remove();
    block.classList.remove('tt-lifted');
    desk.hold(false);
  }

  root.addEventListener('pointerdown', (event) => {
    const open = event.target.closest('a.tt-open');
    if (!open || event.button || !event.isPrimary || held || !isDrawn()) return;
    const block = open.closest('.tt-block');
    const box = block.getBoundingClientRect();
    const minutes = Number(block.dataset.minutes);
    const inTray = Boolean(block.closest('.tt-tray'));
    held = {
      block, minutes, pointer: event.pointerId, touch: event.pointerType === 'touch', x: event.clientX, y: event.clientY,
      begun: [event.clientX, event.clientY], grip: inTray ? 0 : ((event.clientY - box.top) / box.height) * minutes,
    };
    if (held.touch) held.press = setTimeout(() => held && !held.lifted && lift(), LONG);
  });
  root.addEventListener('pointermove', (event) => {
    if (!held || event.pointerId !== held.pointer) return;
    [held.x, held.y] = [event.clientX, event.clientY];
    if (held.lifted) return follow();
    if (Math.hypot(held.x - held.begun[0], held.y - held.begun[1]) < FAR) return;
    // A finger that moves before the long press is over scrolls.
    if (held.touch) release(); else lift();
  });
  addEventListener('pointerup', (event) => {
    if (!held || event.pointerId !== held.pointer) return;
    if (!held.lifted) return release();
    justDropped = true;
    setTimeout(() => { justDropped = false; });
    drop();
  });
  addEventListener('pointercancel', letGo);
  addEventListener('blur', letGo);
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !held?.lifted) return;
    event.preventDefault();
    event.stopPropagation();
    letGo();
  }, true);
  root.addEventListener('click', (event) => {
    if (!justDropped) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  root.addEventListener('touchmove', (event) => { if (held?.lifted) event.preventDefault(); }, { passive: false });
  root.addEventListener('contextmenu', (event) => { if (held?.touch) event.preventDefault(); });
  root.addEventListener('dragstart', (event) => event.preventDefault());
}
