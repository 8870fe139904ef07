// Run with `node --test tests/js/`. What a screen works out by itself when nobody answers: the same cases as the server's.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { course, dayOf, minutesUntil, pages } from '../../static/js/screen/course.js';

const cases = JSON.parse(readFileSync(new URL('../vectors/now_and_next.json', import.meta.url)));
const at = (text) => Date.parse(text);

for (const { name, zone, now, sessions, on, next, later, minutes } of cases) {
  test(`now and next: ${name}`, () => {
    const held = sessions.map(({ from, until, cancelled }) => ({ from: at(from), until: at(until), cancelled }));
    assert.deepEqual(course(held, at(now), zone), { on, next, later });
    assert.equal(next === null ? null : minutesUntil(held[next].from, at(now)), minutes);
  });
}

test('the conference day begins at four in the morning', () => {
  assert.equal(dayOf(at('2025-10-26T20:59:59Z'), 'Asia/Ho_Chi_Minh'), '2025-10-26');
  assert.equal(dayOf(at('2025-10-26T21:00:00Z'), 'Asia/Ho_Chi_Minh'), '2025-10-27');
});

test('rooms turn page by page, each at least once and whole', () => {
  assert.deepEqual(pages([], 100), []);
  assert.deepEqual(pages([40, 40, 40], 100), [[0, 1], [2]]);
  assert.deepEqual(pages([50, 50], 100), [[0, 1]], 'what just fits stands together');
  assert.deepEqual(pages([300, 10], 100), [[0], [1]], 'one that is too large stands alone');
});

test('a kept answer is never taken for a fresh one', async () => {
  const store = new Map(), handlers = {};
  const key = (request) => request.url ?? request;
  globalThis.location = { origin: 'https://x.example' };
  globalThis.self = { addEventListener: (kind, handler) => { handlers[kind] = handler; }, skipWaiting() {}, clients: { claim() {} } };
  globalThis.caches = {
    match: async (request) => store.get(key(request))?.clone(),
    open: async () => ({ put: async (request, answer) => store.set(key(request), answer), match: async (request) => store.get(key(request)), keys: async () => [] }),
  };
  await import('../../static/js/screen/worker.js');
  const ask = (path) => {
    let answer;
    handlers.fetch({ request: { url: `https://x.example${path}`, method: 'GET' }, respondWith: (given) => { answer = given; } });
    return answer;
  };
  globalThis.fetch = async () => new Response('ten past nine', { headers: { date: 'x' } });
  const fresh = await ask('/hanoi/screens/rooms/hall');
  assert.equal(fresh.headers.has('x-kept'), false);
  globalThis.fetch = async () => { throw new TypeError('no network'); };
  const kept = await ask('/hanoi/screens/rooms/hall');
  assert.equal(kept.headers.get('x-kept'), '1');
  assert.equal(await kept.text(), 'ten past nine');
  globalThis.fetch = async () => new Response('broken', { status: 502 });
  assert.equal(await (await ask('/hanoi/screens/rooms/hall')).text(), 'ten past nine', 'a fault of the server shows what there was');
  assert.equal(await ask('/hanoi/programme/news'), undefined, 'streams are left alone');
  assert.equal((await ask('/hanoi/screens/overview')).type, 'error', 'what was never seen cannot be shown');
});
