// The scanner on an enrolled device: exchanges the code once, keeps the token, asks which gate, and scans.
import run from './scanner.js';

const KEPT = 'plenipo-gate token';
const config = JSON.parse(document.getElementById('gate-config').textContent);
const page = document.getElementById('enrol');
const form = page.querySelector('[data-enrol]');
const choice = page.querySelector('[data-choose]');
const gate = document.querySelector('[data-gate]');

// The answer's JSON, `null` where the code or the token is not known, `undefined` where nobody answered.
async function ask(path, options) {
  try {
    const answer = await fetch(path, { cache: 'no-store', ...options });
    if ([400, 401, 404].includes(answer.status)) return null;
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

function askForCode() {
  const [, fromLink] = location.hash.split('#');
  if (fromLink) form.elements.code.value = decodeURIComponent(fromLink);
  form.hidden = false;
  form.elements.code.focus();
}

function complain(what) {
  for (const one of ['wrong', 'unreached']) form.querySelector(`[data-${one}]`).hidden = one !== what;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const body = JSON.stringify({ code: form.elements.code.value });
  const enrolled = await ask(config.devices, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  complain(enrolled === null ? 'wrong' : enrolled === undefined ? 'unreached' : '');
  if (!enrolled) return;
  localStorage.setItem(KEPT, enrolled.token);
  history.replaceState(null, '', location.pathname);
  form.hidden = true;
  begin(enrolled.token);
});

function scan(token, device, chosen) {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = device.categories;
  document.head.append(sheet);
  page.hidden = true;
  gate.hidden = false;
  gate.dataset.gate = chosen.code;
  gate.querySelector('[data-show=gate]').textContent = chosen.name;
  run(gate, { ...config, token, gate: chosen.code });
}

async function begin(token) {
  const device = await ask(config.device, { headers: { authorization: `Bearer ${token}` } });
  if (device === null) { localStorage.removeItem(KEPT); return askForCode(); }
  if (device === undefined) return setTimeout(() => begin(token), 2000);
  if (device.gates.length === 1) return scan(token, device, device.gates[0]);
  const button = (one) => {
    const made = document.createElement('button');
    made.className = 'button button-main';
    made.textContent = one.name;
    made.addEventListener('click', () => scan(token, device, one));
    return made;
  };
  choice.querySelector('[data-gates]').replaceChildren(...device.gates.map(button));
  choice.hidden = false;
}

const token = localStorage.getItem(KEPT);
if (token) begin(token); else askForCode();
