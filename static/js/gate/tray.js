// The demonstration's tray: a badge is scanned by a click, and a crowd arrives through the very API that gates use.
import newScan from './scans.js';

const PACE = [120, 520]; // ms between two people, at least and at most

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export default function tray(gate, config, { scan, send, say }) {
  for (const card of document.querySelectorAll('[data-scan]')) {
    card.addEventListener('click', (event) => { scan(card.dataset.scan); if (event.detail) card.blur(); gate.scrollIntoView({ block: 'start', behavior: 'smooth' }); });
  }
  const button = document.querySelector('[data-act=crowd]');
  const said = document.querySelector('[data-show=crowd]');
  button?.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const answer = await fetch(config.crowd, { headers: { accept: 'application/json' }, cache: 'no-store' });
      const { codes } = answer.ok ? await answer.json() : { codes: [] };
      for (const [place, code] of codes.entries()) {
        await send(newScan(config.gate, 'entry', { code }));
        said.textContent = say('crowd-arrived', { n: place + 1 });
        await pause(PACE[0] + Math.random() * (PACE[1] - PACE[0]));
      }
      if (!codes.length) said.textContent = say('crowd-none');
    } catch {
      said.textContent = say('no-network');
    } finally {
      button.disabled = false;
    }
  });
}
