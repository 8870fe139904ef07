// Many pictures, or a ZIP of them, chosen or dropped together: each is made small and sent alone, with a bar; a cut line is waited out. What has
// arrived is shown as the page shows it without this script.
import { shrunk } from '../pictures/shrink.js';
import { swap } from '../swap.js';

const PATIENCE = [1, 2, 4, 8, 15];
const wait = (seconds) => new Promise((done) => {
  const timer = setTimeout(done, seconds * 1000);
  addEventListener('online', () => { clearTimeout(timer); done(); }, { once: true });
});

export default function manyPictures(form) {
  const input = form.querySelector('input[type=file]');
  const line = form.querySelector('.drop-line');
  const [told, bar] = [line.querySelector('output'), line.querySelector('progress')];
  const queue = [];
  let done = 0, sending = false;

  const say = (text) => { told.textContent = text; };
  const count = () => {
    bar.max = Math.max(1, done + queue.length);
    bar.value = done;
    say(form.dataset.sending.replace('{n}', done).replace('{m}', done + queue.length));
  };

  async function send(file) {
    const body = new FormData();
    body.set('form_token', form.elements.form_token.value);
    body.set('then', 'next');
    body.set('pictures', file, file.name);
    for (let tries = 0; ; tries++) {
      try {
        const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
        if (answer.status === 204) return true;
        // Signed out, or too many wait: the page itself says so.
        if (answer.status < 500) return false;
      } catch { /* The line is cut. */ }
      say(form.dataset.cut);
      await wait(PATIENCE[Math.min(tries, PATIENCE.length - 1)]);
    }
  }

  async function work() {
    if (sending) return;
    sending = true;
    line.hidden = false;
    let next = queue.length ? shrunk(queue[0]) : undefined;
    while (queue.length) {
      count();
      const file = await next;
      // The next one is made small while this one is on its way.
      next = queue[1] ? shrunk(queue[1]) : undefined;
      if (!await send(file)) { sending = false; return location.reload(); }
      queue.shift();
      next ??= queue[0] ? shrunk(queue[0]) : undefined;
      done += 1;
    }
    count();
    sending = false;
    await show();
    say(form.dataset.sent);
    done = 0;
  }

  /** The pictures as the server has them, with what was chosen meanwhile. */
  async function show() {
    const region = document.getElementById('waiting-pictures');
    const chosen = [...region.querySelectorAll('select[name], input[type=checkbox][name]')].map((field) => [field.name, field.value, field.checked]);
    await swap(location.href, ['waiting-pictures']);
    for (const [name, value, checked] of chosen) {
      const field = document.getElementById('waiting-pictures').querySelector(`[name="${CSS.escape(name)}"]`);
      if (field?.type === 'checkbox') field.checked = checked; else if (field && value) field.value = value;
    }
  }

  // What is no picture is sent as well: a ZIP is unpacked there, and of everything else the page says why it cannot be used.
  const take = (files) => { queue.push(...files); if (queue.length) work(); };
  const stay = (event) => { event.preventDefault(); take(input.files); };

  input.addEventListener('change', () => { take(input.files); input.value = ''; });
  form.addEventListener('submit', stay);
  for (const kind of ['dragenter', 'dragover']) form.addEventListener(kind, (event) => { event.preventDefault(); form.classList.add('drop-over'); });
  for (const kind of ['dragleave', 'drop']) form.addEventListener(kind, () => form.classList.remove('drop-over'));
  form.addEventListener('drop', (event) => { event.preventDefault(); take(event.dataTransfer.files); });
  // Chosen before this script was here.
  if (input.files.length) { take(input.files); input.value = ''; }
  addEventListener('beforeunload', (event) => { if (sending) event.preventDefault(); });
}
