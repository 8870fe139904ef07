// A GET form whose list follows the typing: after 200 ms of rest the same URL is fetched and its region swapped.
import { swap } from '../swap.js';

const REST = 200;

export default function liveSearch(form) {
  let timer, running;

  const address = () => {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
    const url = new URL(form.action);
    url.search = query;
    return url;
  };

  const go = async (remember) => {
    clearTimeout(timer);
    running?.abort();
    running = new AbortController();
    const url = address();
    history[remember ? 'pushState' : 'replaceState']({ search: true }, '', url);
    const also = [...form.querySelectorAll('[data-swap]')].map((part) => part.id);
    if (!await swap(url, [...form.dataset.region.split(' '), ...also], { signal: running.signal })) form.submit();
  };

  form.addEventListener('input', (event) => {
    if (!event.target.matches('input')) return;
    clearTimeout(timer);
    timer = setTimeout(go, REST, false);
  });
  form.addEventListener('change', (event) => { if (event.target.matches('select')) go(true); });
  form.addEventListener('submit', (event) => { event.preventDefault(); go(true); });
  addEventListener('popstate', () => location.reload());
}
