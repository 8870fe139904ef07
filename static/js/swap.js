// Fetches a page and puts its regions in the place of ours: the same URL and the same HTML that a plain visit gives.
// A region is an element with an id and data-swap. One with a field being edited is left alone, so nothing typed is lost.
import { improve } from './app.js';

const regions = () => [...document.querySelectorAll('[data-swap][id]')].map((region) => region.id);

function beingEdited(region) {
  const at = document.activeElement;
  return region.contains(at) && at.matches('input:not([type=checkbox], [type=radio]), textarea, select');
}

function put(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement.id : '';
  const open = [...old.querySelectorAll('details[open][id]')].map((details) => details.id);
  old.replaceWith(fresh);
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  improve(fresh);
}

/** Answers false when the page could not be had; follows the server when it sends us elsewhere (a sign-in, say). */
export async function swap(url, ids = regions(), { signal } = {}) {
  const here = ids.map((id) => document.getElementById(id)).filter(Boolean);
  here.forEach((region) => region.setAttribute('aria-busy', 'true'));
  try {
    const answer = await fetch(url, { signal, headers: { Accept: 'text/html' }, credentials: 'same-origin' });
    if (answer.redirected) { location.assign(answer.url); return true; }
    if (!answer.ok) return false;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const region of here) {
      const fresh = page.getElementById(region.id);
      if (fresh && !beingEdited(region)) put(region, document.adoptNode(fresh));
    }
    return true;
  } catch (trouble) {
    if (trouble.name === 'AbortError') return true;
    return false;
  } finally {
    here.forEach((region) => region.removeAttribute('aria-busy'));
  }
}
