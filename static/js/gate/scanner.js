// The scanner page: brings camera, hand scanner, hands, server and screen together. A new scan never waits for an old one.
import Api from './api.js';
import Camera from './camera.js';
import { byHand, override, rejected } from './dialogs.js';
import { mayOverride } from './faces.js';
import Outbox from './outbox.js';
import newScan from './scans.js';
import Sightings from './sightings.js';
import sound, { unlock } from './sound.js';
import openStore from './store.js';
import sentences from './text.js';
import tray from './tray.js';
import Verdict from './verdict.js';
import listen, { isPartial } from './wedge.js';

const SAME_ACT = 60000; // ms in which a badge shown again is the undecided scan tried again
const AWAY = 1000; // ms out of sight after which a badge was held there again, and did not only stay
const HINT = 2500; // ms that a hint stays
const CAMERA = 'plenipo-gate camera';

export default async function run(gate, config) {
  const say = sentences(config.text);
  const on = (name, act) => gate.querySelector(`[data-act=${name}]`)?.addEventListener('click', act);
  const at = (name) => gate.querySelector(`[data-show=${name}]`);

  const api = new Api(config);
  const later = (act, ms) => { const timer = setTimeout(act, ms); return { cancel: () => clearTimeout(timer) }; };
  const outbox = new Outbox({ store: await openStore(), api, later });
  const sightings = new Sightings();
  const verdict = new Verdict(gate, { say, photo: (path) => api.photo(path) });
  let direction = 'entry';
  let turn = 0;
  let refused;

  async function decide(scan) {
    const mine = ++turn;
    verdict.wait();
    const outcome = await outbox.send(scan);
    if (outcome.kind !== 'answer' && scan.code) sightings.forget(scan.code, scan.direction);
    if (outcome.kind === 'answer') at('inside').textContent = say('inside', { n: new Intl.NumberFormat(document.documentElement.lang).format(outcome.body.inside ?? 0) });
    if (mine !== turn) return remember(scan, outcome);
    const face = verdict.show(outcome, scan.direction);
    refused = mayOverride(outcome, scan.direction) ? scan : undefined;
    gate.classList.toggle('gate-may-override', Boolean(refused));
    sound(face.look);
    remember(scan, outcome, face);
  }

  const timeOf = (scan) =>
    new Date(scan.scanned_at).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: config.zone });

  // The last answer stays readable under the camera when green has faded.
  function remember(scan, outcome, face) {
    const name = outcome.body?.person?.name ?? '';
    const words = face ? say(`word-${face.word}`) : '';
    at('last-time').textContent = timeOf(scan);
    at('last-word').textContent = words;
    at('last-name').textContent = name;
    at('last').dataset.look = face?.look ?? '';
    at('last').hidden = false;
  }

  let hinting;
  function hint(key) {
    clearTimeout(hinting);
    at('hint').textContent = say(key);
    hinting = setTimeout(() => { at('hint').textContent = ''; }, HINT);
  }

  // A hand scanner types a code once: seen again, it was scanned again. A camera sees it all the time.
  function onTyped(code) {
    if (!isPartial(code)) return onCode(code, 0);
    turn += 1;
    refused = undefined;
    gate.classList.remove('gate-may-override');
    verdict.show({ kind: 'partial' }, direction);
    sound('check');
  }

  function onCode(code, away = AWAY) {
    const now = performance.now();
    const since = sightings.away(code, direction, now);
    if (!sightings.isNew(code, direction, now)) { if (since >= away) hint('same-badge'); return; }
    const scan = newScan(config.gate, direction, { code });
    decide(outbox.pending(scan, SAME_ACT, Date.now()) ?? scan);
  }

  function showLine() {
    const { state, unsent } = outbox;
    const chip = at('line');
    chip.dataset.state = unsent && state === 'online' ? 'sending' : state;
    const button = gate.querySelector('[data-act=rejected]');
    if (button) { button.hidden = !outbox.rejected; button.textContent = say('line-rejected', { n: outbox.rejected }); }
    const parts = [say(`line-${state.replace('_', '-')}`)];
    if (unsent) parts.push(say('line-unsent', { n: unsent }));
    if (!outbox.isLasting) parts.push(say('line-no-store'));
    chip.textContent = parts.join(' · ');
    at('sign-in').hidden = state !== 'signed_out';
  }

  function turnTo(next) {
    direction = next;
    gate.dataset.direction = next;
    const button = gate.querySelector('[data-act=direction]');
    button.querySelector('[data-word]').textContent = say(next);
    button.setAttribute('aria-label', say('direction-is', { direction: say(next) }));
  }

  const camera = new Camera(gate.querySelector('video'), { onCode: (code) => onCode(code), onHint: (near) => { at('closer').hidden = !near; } });

  async function startCamera(act = () => camera.start()) {
    unlock();
    at('trouble').hidden = true;
    try {
      await act();
      localStorage.setItem(CAMERA, 'on');
      gate.classList.add('gate-camera');
      gate.classList.toggle('gate-torch', camera.hasTorch);
      await navigator.wakeLock?.request('screen').catch(() => {});
    } catch (error) {
      const known = { NotAllowedError: 'camera-denied', NotFoundError: 'camera-none', NotSupportedError: 'camera-insecure' };
      at('trouble').textContent = say(known[error.name] ?? 'camera-failed');
      at('trouble').hidden = false;
      gate.classList.remove('gate-camera');
    }
  }

  const openByHand = byHand(document.getElementById('gate-by-hand'), (what) => decide(newScan(config.gate, direction, what)));
  const openOverride = override(document.getElementById('gate-override'), (scan, what) => {
    const { code, by_hand } = scan;
    decide(newScan(config.gate, scan.direction, { ...(code ? { code } : { by_hand }), ...what }));
  });

  const whatOf = ({ code, by_hand: typed }) => (typed ? typed.number : `…${code.slice(-6)}`);
  const openRejected = rejected(
    document.getElementById('gate-rejected'),
    () => outbox.refusals.map(({ scan, problem }) => [timeOf(scan), whatOf(scan), problem.title].filter(Boolean).join(' · ')),
    () => outbox.forgetRejected(),
  );

  let torch = false;
  on('start-camera', () => startCamera());
  on('stop-camera', () => { camera.stop(); localStorage.removeItem(CAMERA); gate.classList.remove('gate-camera'); });
  on('flip', () => startCamera(() => camera.flip()));
  on('torch', (event) => { torch = !torch; camera.torch(torch)?.catch(() => {}); event.currentTarget.setAttribute('aria-pressed', torch); });
  // The focus is given up: what a hand scanner ends with Enter must not turn the gate round.
  on('direction', (event) => { turnTo(direction === 'entry' ? 'exit' : 'entry'); if (event.detail) event.currentTarget.blur(); });
  on('next', () => verdict.clear());
  on('by-hand', openByHand);
  on('rejected', openRejected);
  on('override', () => refused && openOverride(refused));
  gate.querySelector('[data-act=dismiss]').addEventListener('click', (event) => { if (!event.target.closest('button')) verdict.clear(); });
  addEventListener('pointerdown', unlock, { once: true });
  // Making sounds possible takes its time: not in the middle of a code.
  addEventListener('keydown', () => setTimeout(unlock, 400), { once: true });
  addEventListener('online', () => outbox.flush());
  document.addEventListener('visibilitychange', () => { if (!document.hidden && camera.isOn) navigator.wakeLock?.request('screen').catch(() => {}); });

  if (config.crowd) tray(gate, config, { say, send: (scan) => api.scan(scan), scan: (code) => decide(newScan(config.gate, direction, { code })) });
  listen(onTyped, window.earlyKeys?.());
  outbox.onChange = showLine;
  outbox.onLate = (scan, answer) => { if (answer.verdict === 'refuse') { sound('no'); remember(scan, { body: answer }, { look: 'no', word: 'stop' }); } };
  navigator.storage?.persist?.().catch(() => {});
  turnTo('entry');
  showLine();
  outbox.load();
  if (localStorage.getItem(CAMERA)) startCamera();
  gate.dataset.ready = 'yes';
}
