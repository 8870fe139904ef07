// A row of somebody on stage: while the name is typed, the participants it may mean stand below it, each with a button that links
// the row to them. Without scripts the button beside the name does the same.
import { swap } from '../swap.js';

const REST = 200;

export default function findPerson(row) {
  const name = row.querySelector('input[name$="_name"]');
  const place = row.dataset.row;
  let timer, running;

  name.addEventListener('input', () => {
    clearTimeout(timer);
    running?.abort();
    if (name.value.trim().length < 2) return;
    timer = setTimeout(() => {
      running = new AbortController();
      const url = new URL(row.dataset.find, location);
      url.search = new URLSearchParams({ q: name.value, row: place });
      swap(url, [`found-${place}`], { signal: running.signal });
    }, REST);
  });
}
