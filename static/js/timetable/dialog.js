// The page of one move, opened over the timetable: what is chosen is looked at as it is chosen, and Enter in a field leads to the button.
const REST = 200;

export default function dialog(desk) {
  const { root } = desk;
  const sheet = root.querySelector('#tt-dialog');
  let timer, running;

  const parse = async (answer) => new DOMParser().parseFromString(await answer.text(), 'text/html');

  function show(page) {
    const move = page.getElementById('move');
    if (!move) return false;
    const close = document.createElement('button');
    close.className = 'button button-small tt-shut-dialog';
    close.textContent = root.dataset.close;
    close.addEventListener('click', () => sheet.close());
    const title = move.querySelector('h1');
    title.id = 'move-title';
    sheet.setAttribute('aria-labelledby', title.id);
    sheet.replaceChildren(document.adoptNode(move), close);
    return true;
  }

  async function open(url) {
    try {
      const answer = await fetch(url, { headers: { Accept: 'text/html' } });
      if (answer.redirected || !show(await parse(answer))) return location.assign(url);
    } catch { return location.assign(url); }
    if (!sheet.open) sheet.showModal();
    sheet.querySelector('.tt-where select')?.focus();
  }

  async function look(then) {
    clearTimeout(timer);
    running?.abort();
    running = new AbortController();
    const form = sheet.querySelector('.tt-where');
    try {
      const answer = await fetch(`${form.getAttribute('action')}?${new URLSearchParams(new FormData(form))}`, { signal: running.signal, headers: { Accept: 'text/html' } });
      const fresh = (await parse(answer)).getElementById('move-outlook');
      if (fresh) sheet.querySelector('#move-outlook').replaceWith(document.adoptNode(fresh));
      then?.();
    } catch (trouble) { if (trouble.name !== 'AbortError') desk.say(root.dataset.lost, 'no'); }
  }

  async function send(form, submitter) {
    // What stands in the fields counts, even where its outlook has not come yet.
    const fields = new URLSearchParams(new FormData(form, submitter));
    for (const [name, value] of new FormData(sheet.querySelector('.tt-where'))) if (!fields.has('tray')) fields.set(name, value);
    fields.set('back', location.pathname + location.search);
    submitter?.setAttribute('aria-busy', 'true');
    const id = sheet.querySelector('#move').dataset.session;
    const page = await desk.send(form.getAttribute('action'), fields);
    submitter?.removeAttribute('aria-busy');
    if (!page) return;
    if (!page.getElementById('timetable')) { show(page); return; }
    sheet.close();
    document.getElementById(`o-${id}`)?.focus();
  }

  sheet.addEventListener('input', (event) => {
    if (!event.target.closest('.tt-where')) return;
    clearTimeout(timer);
    timer = setTimeout(look, REST);
  });
  sheet.addEventListener('submit', (event) => {
    event.preventDefault();
    if (event.target.matches('.tt-where')) look(() => sheet.querySelector('#move-outlook .button-main')?.focus());
    else send(event.target, event.submitter);
  });
  sheet.addEventListener('click', (event) => {
    const offer = event.target.closest('.tt-offers a');
    if (offer) { event.preventDefault(); open(offer.href); }
    if (event.target.closest('.tt-cancel')) { event.preventDefault(); sheet.close(); }
    if (event.target === sheet) sheet.close();
  });
  root.addEventListener('click', (event) => {
    const link = event.target.closest('a.tt-open');
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    desk.settle().then(() => open(link.href));
  });
  return { open, isOpen: () => sheet.open };
}
