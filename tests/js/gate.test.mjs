// Run with `node --test tests/js/` where node is installed (20 or newer). The browser test drives the same page for real; these
// hold the pure parts to their corners.
import assert from 'node:assert/strict';
import test from 'node:test';
import { outcomeOf } from '../../static/js/gate/api.js';
import crop from '../../static/js/gate/crop.js';
import faceOf, { mayOverride } from '../../static/js/gate/faces.js';
import Outbox from '../../static/js/gate/outbox.js';
import newScan, { newId, number } from '../../static/js/gate/scans.js';
import Sightings from '../../static/js/gate/sightings.js';
import { Memory } from '../../static/js/gate/store.js';
import sentences from '../../static/js/gate/text.js';
import { Wedge, isPartial } from '../../static/js/gate/wedge.js';

const CODE = Array.from({ length: 193 }, (_, index) => (index * 7 + 3) % 10).join('');

// Types a text key by key; the keys that were not kept from the page are what a field would hold.
function type(wedge, text, { gap = 2, start = 0, key = (c) => c, code = (c) => `Digit${c}` } = {}) {
  let time = start, reached = '', read = null, began = 0;
  for (const character of text) {
    const pressed = wedge.press({ code: code(character), key: key(character), time });
    if (!pressed.swallow) reached += character;
    if (pressed.began) began += 1;
    read = pressed.read ?? read;
    time += gap;
  }
  return { time, reached, read, began };
}
const enter = (wedge, time, key = 'Enter') => wedge.press({ code: key, key, time });

test('a code ends with Enter, and Enter does not send the form behind it', () => {
  const wedge = new Wedge();
  const { time } = type(wedge, CODE);
  assert.deepEqual(enter(wedge, time), { began: false, swallow: true, read: CODE });
});

test('a code ends with Tab, or with a tenth of a second of silence', () => {
  const wedge = new Wedge();
  let { time } = type(wedge, CODE, { gap: 16 });
  assert.equal(enter(wedge, time, 'Tab').read, CODE);
  ({ time } = type(wedge, CODE, { start: 10000 }));
  assert.equal(wedge.rest(time + 50), null);
  assert.equal(wedge.rest(time + 100), CODE);
  assert.equal(wedge.rest(time + 300), null, 'once');
});

test('a few keys and Enter as fast are a scanner too, and press no button that has the focus', () => {
  const wedge = new Wedge();
  const { time } = type(wedge, '12345');
  assert.deepEqual(enter(wedge, time), { began: false, swallow: true, read: '12345' });
  const slow = type(wedge, '12345', { gap: 120, start: 10000 });
  assert.deepEqual(enter(wedge, slow.time), { began: false, swallow: false, read: null }, 'a hand types so');
});

test('of a prefix and a code the last 193 digits count', () => {
  const wedge = new Wedge();
  const { time } = type(wedge, '000026' + CODE);
  assert.equal(enter(wedge, time).read, CODE);
});

test('a scanner that believes in a French keyboard still types digits', () => {
  const wedge = new Wedge();
  const french = 'à&é"\'(-è_ç';
  const { time } = type(wedge, CODE, { key: (c) => french[Number(c)] });
  assert.equal(enter(wedge, time).read, CODE);
});

test('without physical keys the characters count, eastern digits too', () => {
  const wedge = new Wedge();
  let { time } = type(wedge, CODE, { code: () => '' });
  assert.equal(enter(wedge, time).read, CODE);
  ({ time } = type(wedge, CODE, { start: 9000, code: () => '', key: (c) => String.fromCharCode(0x6f0 + Number(c)) }));
  assert.equal(enter(wedge, time).read, CODE);
});

test('a hand that types is left alone', () => {
  const wedge = new Wedge();
  const typed = type(wedge, '0471190', { gap: 90 });
  assert.equal(typed.reached, '0471190');
  assert.deepEqual(enter(wedge, typed.time + 90), { began: false, swallow: false, read: null });
});

test('a scan while somebody types in a dialog starts a code of its own', () => {
  const wedge = new Wedge();
  const typed = type(wedge, '47', { gap: 120 });
  const scan = type(wedge, CODE, { start: typed.time + 60 });
  assert.equal(scan.began, 1, 'the field is remembered as it was before the code');
  assert.ok(scan.reached.length <= 3, 'hardly a digit gets into the field');
  assert.equal(enter(wedge, scan.time).read, CODE);
});

test('a scanner that hesitates in the middle is still one code', () => {
  const wedge = new Wedge();
  const first = type(wedge, CODE.slice(0, 100));
  const second = type(wedge, CODE.slice(100), { start: first.time + 70 });
  assert.equal(enter(wedge, second.time).read, CODE);
});

test('half a code waits half a second for its other half, a whole one does not', () => {
  const wedge = new Wedge();
  const first = type(wedge, CODE.slice(0, 50));
  assert.equal(wedge.rest(first.time + 400), null);
  const second = type(wedge, CODE.slice(50), { start: first.time + 450 });
  assert.equal(wedge.rest(second.time + 110), CODE);
  const half = type(wedge, CODE.slice(0, 50), { start: second.time + 5000 });
  assert.equal(wedge.rest(half.time + 510), CODE.slice(0, 50));
  const torn = type(wedge, CODE.slice(0, 50), { start: half.time + 5000 });
  const whole = type(wedge, CODE, { start: torn.time + 300 });
  assert.equal(enter(wedge, whole.time).read, CODE, 'scanned again at once, the whole code counts');
});

test('two scans without a terminator between them are two codes', () => {
  const wedge = new Wedge();
  const first = type(wedge, CODE);
  const second = type(wedge, CODE.split('').reverse().join(''), { start: first.time + 150 });
  assert.equal(second.read, CODE);
  assert.equal(enter(wedge, second.time).read, CODE.split('').reverse().join(''));
});

test('a foreign code is handed on as it is, to be refused', () => {
  const wedge = new Wedge();
  const { time } = type(wedge, 'https://example.org/x', { code: (c) => `Key${c}` });
  assert.equal(enter(wedge, time).read, 'https://example.org/x');
});

test('a code whose first keys were lost is a part of one, a foreign code is not', () => {
  assert.ok(isPartial(CODE.slice(40)));
  assert.ok(isPartial('4006381333931'), 'digits alone are never sent half');
  assert.ok(!isPartial(CODE));
  assert.ok(!isPartial('https://example.org/x'));
  assert.deepEqual(faceOf({ kind: 'partial' }, 'entry'), { look: 'check', word: 'again', why: 'partial' });
});

test('keys that came before anybody listened are part of the code', async () => {
  const { default: listen } = await import('../../static/js/gate/wedge.js');
  const heard = [];
  const target = new EventTarget();
  const early = [...CODE].slice(0, 100).map((key, at) => ({ code: `Digit${key}`, key, time: at * 2 }));
  globalThis.document ??= { activeElement: null };
  listen((code) => heard.push(code), early, target);
  [...CODE.slice(100), 'Enter'].forEach((key, at) => {
    const event = new Event('keydown', { cancelable: true });
    Object.defineProperties(event, { key: { value: key }, code: { value: key === 'Enter' ? key : `Digit${key}` }, timeStamp: { value: 200 + at * 2 } });
    target.dispatchEvent(event);
  });
  assert.deepEqual(heard, [CODE]);
});

test('a badge that comes back within five seconds was away for so long', () => {
  const seen = new Sightings();
  assert.equal(seen.away('a', 'entry', 0), Infinity);
  seen.isNew('a', 'entry', 0);
  assert.equal(seen.away('a', 'entry', 3000), 3000);
  assert.equal(seen.away('a', 'exit', 3000), Infinity);
  assert.equal(seen.away('a', 'entry', 5000), Infinity);
});

test('a badge held before the camera is one scan, until five seconds after it was last seen', () => {
  const seen = new Sightings();
  assert.ok(seen.isNew('a', 'entry', 0));
  for (let time = 100; time < 9000; time += 100) assert.ok(!seen.isNew('a', 'entry', time));
  assert.ok(seen.isNew('b', 'entry', 9000), 'another badge');
  assert.ok(seen.isNew('a', 'exit', 9000), 'another direction');
  assert.ok(!seen.isNew('a', 'entry', 13000));
  assert.ok(seen.isNew('a', 'entry', 18000));
  seen.forget('a', 'entry');
  assert.ok(seen.isNew('a', 'entry', 18001));
});

// A server and a clock of our own.
function office({ store = new Memory() } = {}) {
  const world = { store, answer: () => ({ kind: 'answer', body: { verdict: 'admit' } }), sent: [], waiting: [] };
  const api = {
    scan: async (scan) => { world.sent.push(scan.scan_id); return world.answer(scan); },
    batch: async (scans) => {
      world.sent.push(...scans.map((scan) => scan.scan_id));
      const outcomes = scans.map(world.answer);
      return outcomes.every(({ kind }) => kind === 'unreached') ? { kind: 'unreached' } : { kind: 'answer', outcomes };
    },
  };
  const later = (act, ms) => {
    const wait = { act, ms };
    world.waiting.push(wait);
    return { cancel: () => world.waiting.splice(world.waiting.indexOf(wait), 1) };
  };
  world.outbox = new Outbox({ store, api, later });
  world.elapse = () => { const [next] = world.waiting.splice(0, 1); return next?.act(); };
  return world;
}
const scanOf = (code, second = 0) => newScan('main-entrance', 'entry', { code }, new Date(Date.UTC(2026, 10, 23, 8, 0, second)));

test('an answered scan is no longer stored', async () => {
  const world = office();
  const outcome = await world.outbox.send(scanOf(CODE));
  assert.equal(outcome.kind, 'answer');
  assert.deepEqual(await world.store.all(), []);
  assert.equal(world.outbox.unsent, 0);
});

test('without network a scan waits and is sent again under the same id', async () => {
  const world = office();
  world.answer = () => ({ kind: 'unreached' });
  const scan = scanOf(CODE);
  assert.equal((await world.outbox.send(scan)).kind, 'unreached');
  assert.equal(world.outbox.state, 'offline');
  assert.equal(world.outbox.unsent, 1);
  await world.elapse();
  assert.deepEqual(world.sent, [scan.scan_id, scan.scan_id]);
  world.answer = () => ({ kind: 'answer', body: { verdict: 'refuse' } });
  const late = [];
  world.outbox.onLate = (late_scan, answer) => late.push([late_scan.scan_id, answer.verdict]);
  await world.elapse();
  assert.deepEqual(late, [[scan.scan_id, 'refuse']]);
  assert.equal(world.outbox.unsent, 0);
  assert.equal(world.outbox.state, 'online');
});

test('waiting grows longer, never longer than half a minute', async () => {
  const world = office();
  world.answer = () => ({ kind: 'unreached' });
  await world.outbox.send(scanOf(CODE));
  const waits = [];
  for (let turn = 0; turn < 8; turn += 1) { waits.push(world.waiting[0].ms); await world.elapse(); }
  assert.deepEqual(waits, [1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
});

test('what an earlier visit left behind is sent, oldest first', async () => {
  const before = office();
  before.answer = () => ({ kind: 'unreached' });
  const [one, two] = [scanOf('1', 1), scanOf('2', 2)];
  await before.outbox.send(two);
  await before.outbox.send(one);
  const after = office({ store: before.store });
  await after.outbox.load();
  assert.deepEqual(after.sent, [one.scan_id, two.scan_id]);
  assert.equal(after.outbox.unsent, 0);
});

test('one scan that the server will not have holds back no other and is kept', async () => {
  const world = office();
  world.answer = () => ({ kind: 'unreached' });
  const [bad, good] = [scanOf('1', 1), scanOf('2', 2)];
  await world.outbox.send(bad);
  await world.outbox.send(good);
  world.answer = (scan) => (scan === bad ? { kind: 'rejected', problem: { status: 409 } } : { kind: 'answer', body: {} });
  await world.elapse();
  assert.deepEqual([world.outbox.unsent, world.outbox.rejected], [0, 1]);
  assert.deepEqual((await world.store.all()).map((row) => row.id), [bad.scan_id]);
});

test('what the server would not have is listed until somebody has read it', async () => {
  const world = office();
  world.answer = () => ({ kind: 'rejected', problem: { title: 'Not this gate' } });
  const bad = scanOf('1', 1);
  await world.outbox.send(bad);
  assert.deepEqual(world.outbox.refusals, [{ scan: bad, problem: { title: 'Not this gate' } }]);
  await world.outbox.forgetRejected();
  assert.deepEqual([world.outbox.rejected, await world.store.all()], [0, []]);
});

test('signed out: nothing is lost and nothing is hammered', async () => {
  const world = office();
  world.answer = () => ({ kind: 'signed_out' });
  await world.outbox.send(scanOf(CODE));
  assert.deepEqual([world.outbox.state, world.outbox.unsent, world.waiting.length], ['signed_out', 1, 0]);
});

test('the same badge shown again while undecided is the same scan', async () => {
  const world = office();
  world.answer = () => ({ kind: 'unreached' });
  const first = scanOf(CODE);
  await world.outbox.send(first);
  const now = Date.parse(first.scanned_at) + 8000;
  assert.equal(world.outbox.pending(scanOf(CODE, 8), 60000, now).scan_id, first.scan_id);
  assert.equal(world.outbox.pending(scanOf(CODE, 8), 60000, now + 60000), undefined, 'a minute later it is another act');
  assert.equal(world.outbox.pending({ ...scanOf(CODE, 8), direction: 'exit' }, 60000, now), undefined);
});

test('an answer is what the server said, trouble is tried again, a wrong request is not', () => {
  assert.equal(outcomeOf(200, { verdict: 'admit' }).kind, 'answer');
  for (const status of [400, 403, 409, 422]) assert.equal(outcomeOf(status, {}).kind, 'rejected');
  for (const status of [429, 500, 502, 503]) assert.equal(outcomeOf(status, null).kind, 'unreached');
  assert.equal(outcomeOf(200, null).kind, 'unreached', 'a captive portal says 200 too');
  assert.equal(outcomeOf(401, {}).kind, 'signed_out');
});

test('no network is amber and says so, never green and never red', () => {
  assert.deepEqual(faceOf({ kind: 'unreached' }, 'entry'), { look: 'check', word: 'undecided', why: 'no-network' });
});

test('green, amber and red', () => {
  const answer = (verdict, reason, flags = []) => ({ kind: 'answer', body: { verdict, reason, flags } });
  assert.equal(faceOf(answer('admit', 'ok'), 'entry').look, 'ok');
  assert.deepEqual(faceOf(answer('admit', 'ok', ['attention']), 'entry'), { look: 'check', word: 'look', why: 'flag-attention' });
  assert.deepEqual(faceOf(answer('admit', 'ok', ['alarm']), 'exit'), { look: 'no', word: 'alarm', why: 'flag-alarm' });
  assert.deepEqual(faceOf(answer('refuse', 'hours'), 'entry'), { look: 'no', word: 'stop', why: 'reason-hours' });
  assert.ok(mayOverride(answer('refuse', 'hours'), 'entry'));
  assert.ok(!mayOverride(answer('refuse', 'wrong_purpose'), 'entry'));
});

test('the searched part of the picture lies inside it and is never larger than the decoder likes', () => {
  for (const [width, height] of [[640, 480], [1280, 720], [1920, 1080], [720, 1280], [1080, 1920], [3840, 2160], [320, 240]])
    for (const turn of [0, 1]) {
      const part = crop(width, height, turn);
      assert.ok(part.x >= 0 && part.y >= 0 && part.x + part.width <= width && part.y + part.height <= height, `${width}x${height}`);
      assert.ok(Math.max(part.toWidth, part.toHeight) <= 960 && Math.min(part.toWidth, part.toHeight) <= 540, `${width}x${height}`);
      assert.ok(Math.abs(part.toWidth / part.width - part.toHeight / part.height) < 0.01, 'nothing is squeezed');
    }
  const far = crop(3840, 2160, 0);
  assert.deepEqual([far.width, far.toWidth], [960, 960], 'the middle keeps its sharpness');
});

test('ids, numbers and sentences', () => {
  assert.match(newId({ getRandomValues: (bytes) => bytes.fill(255) }), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(number(' ٠٤-71 ۹0 '), '0471' + '90');
  const say = sentences({ unsent: 'to send: {n}', isolated: 'a \u2068{ n }\u2069' });
  assert.equal(say('unsent', { n: 3 }), 'to send: 3');
  assert.equal(say('isolated', { n: 3 }), 'a \u20683\u2069');
  assert.equal(say('missing'), 'missing');
});
