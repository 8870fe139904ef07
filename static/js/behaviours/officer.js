// The officer's desk without page loads: an act is posted and the next file put in the place of this one; so are files chosen
// in the queue. Everything is the same forms, links and pages as without this script. The number keys tick the reasons of
// whichever sheet is open.
import { improve } from '../app.js';

const REGIONS = ['queue', 'file'];
let running;

function put(page) {
  for (const id of REGIONS) {
    const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
    if (!old || !fresh) return false;
    old.replaceWith(document.adoptNode(fresh));
    improve(fresh);
  }
  document.querySelector('.flash')?.remove();
  const flash = page.querySelector('.flash');
  // What can be taken back is said at the foot of the file, in the same place each time.
  if (flash && !(flash.querySelector('form') && document.querySelector('.acts .undo'))) document.querySelector('.bar').after(document.adoptNode(flash));
  document.title = page.title;
  document.querySelector('#queue [aria-current]')?.scrollIntoView({ block: 'nearest' });
  document.querySelector('#file h1')?.focus({ preventScroll: true });
  return true;
}

function whole(page, url) {
  document.body.replaceWith(document.adoptNode(page.body));
  document.title = page.title;
  history.pushState({ officer: true }, '', url);
  improve(document.body);
  document.getElementById('main')?.focus();
}

async function go(url, init, instead) {
  running?.abort();
  running = new AbortController();
  document.getElementById('file')?.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(url, { ...init, headers: { Accept: 'text/html' }, signal: running.signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // The pile when it is empty, a sign-in page, an error: shown as the pages they are. One that answers an act also says what
    // became of it, once: it is shown as it came and not asked for again.
    if (!answer.ok || !put(page)) return init && answer.ok ? whole(page, answer.url) : instead();
    history.pushState({ officer: true }, '', answer.url);
  } catch (trouble) {
    if (trouble.name !== 'AbortError') instead();
  } finally {
    document.getElementById('file')?.removeAttribute('aria-busy');
  }
}

function number(sheet, isOpen) {
  for (const label of sheet.querySelectorAll('[data-number]')) {
    if (isOpen) label.dataset.key = label.dataset.number; else delete label.dataset.key;
  }
}

// A return or a refusal without a word is not sent: the sheet stays open and says what it wants.
function lacksReason(sheet) {
  const first = sheet.querySelector('input[name=reason]');
  if (!first || !sheet.dataset.wanted) return false;
  const given = sheet.querySelector('input[name=reason]:checked') || sheet.elements.note?.value.trim();
  first.setCustomValidity(given ? '' : sheet.dataset.wanted);
  return !sheet.reportValidity();
}

export default function officer() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.closest('#file') || form.dataset.behaviour?.includes('reveal')) return;
    event.preventDefault();
    if (form.dataset.sent || lacksReason(form)) return;
    form.dataset.sent = 'yes';
    if (form.matches(':popover-open')) form.hidePopover();
    go(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) }, () => form.submit());
  });
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[data-file]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    event.preventDefault();
    go(link.href, undefined, () => location.assign(link.href));
  });
  document.addEventListener('input', (event) => {
    event.target.closest?.('.sheet')?.querySelector('input[name=reason]')?.setCustomValidity('');
  });
  document.addEventListener('toggle', (event) => {
    if (event.target.matches?.('.sheet')) number(event.target, event.newState === 'open');
  }, true);
  addEventListener('popstate', () => location.reload());
}
