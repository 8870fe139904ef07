// Run with `node --test tests/js/`: the pure parts of cutting, shrinking and sending pictures.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parsed } from '../../static/js/pictures/heif.js';
import { LEAST, frame, isTooSmall, largest, moved, opened, sides, turned, zoomed } from '../../static/js/pictures/crop.js';
import { fitted } from '../../static/js/pictures/shrink.js';
import Upload, { FIRST, Refused, nextSize } from '../../static/js/pictures/upload.js';

const inside = (view) => {
  const [wide, high] = sides(view);
  const { left, top, width, height } = frame(view);
  const near = 1e-6;
  assert.ok(left >= -near && top >= -near && left + width <= wide + near && top + height <= high + near, JSON.stringify({ view, left, top, width, height }));
  assert.ok(Math.abs(width / height - .75) < near);
};

test('the largest three by four fits', () => {
  assert.deepEqual(largest(4000, 3000), [2250, 3000]);
  assert.deepEqual(largest(600, 1200), [600, 800]);
});

test('a picture opens as the server would cut it', () => {
  const { left, top, width, height } = frame(opened(600, 1200));
  assert.deepEqual([left, top, width, height].map(Math.round), [0, 133, 600, 800]);
});

test('no way of moving, turning and enlarging leaves the picture', () => {
  let seed = 7;
  const chance = () => { seed = (seed * 16807) % 2147483647; return seed / 2147483647; };
  for (let round = 0; round < 400; round++) {
    let view = opened(480 + Math.floor(chance() * 4000), 640 + Math.floor(chance() * 4000));
    for (let step = 0; step < 8; step++) {
      const acts = [(v) => moved(v, chance() * 4 - 2, chance() * 4 - 2), (v) => zoomed(v, .5 + chance() * 2), (v) => turned(v, chance() < .5 ? 1 : 3)];
      view = acts[Math.floor(chance() * 3)](view);
      inside(view);
    }
  }
});

test('four quarters are none, and what is in the middle stays there', () => {
  const view = moved(zoomed(opened(3000, 4000), 2), .3, -.2);
  let after = view;
  for (let quarter = 0; quarter < 4; quarter++) after = turned(after, 1);
  assert.equal(after.turn, view.turn);
  assert.ok(Math.abs(after.x - view.x) < .2 && Math.abs(after.y - view.y) < .2);
  assert.deepEqual(sides(turned(view, 1)), [4000, 3000]);
});

test('enlarging never leaves too few pixels', () => {
  const view = zoomed(opened(600, 800), 100);
  assert.ok(frame(view).width >= LEAST - 1e-6);
  assert.ok(!isTooSmall(view));
  assert.ok(isTooSmall(opened(479, 640)));
});

test('a picture is fitted and never blown up', () => {
  assert.deepEqual(fitted(4000, 3000), [1200, 900]);
  assert.deepEqual(fitted(300, 400), [300, 400]);
});

test('pieces follow the line', () => {
  assert.equal(nextSize(FIRST, .2), FIRST * 2);
  assert.equal(nextSize(FIRST, 3), FIRST);
  assert.equal(nextSize(FIRST, 20), FIRST / 2);
  assert.equal(nextSize(512 * 1024, .1), 512 * 1024);
});

/** A server that keeps what arrives, and that a test may cut off. */
class Server {
  constructor() { this.kept = new Map(); this.number = 0; this.asked = 0; this.cuts = new Set(); }
  ask = (method, url, body) => ({ abort() {}, answer: this.#answer(method, url, body) });
  async #answer(method, url, body) {
    this.asked += 1;
    const cut = this.cuts.has(this.asked);
    if (cut === true && this.lost !== true) throw new Error('cut on the way there');
    const said = await this.#said(method, url, body);
    if (cut) throw new Error('cut on the way back');
    return said;
  }
  async #said(method, url, body) {
    if (url === '/uploads') {
      const id = `u${++this.number}`;
      this.kept.set(id, { size: Number(body.get('size')), text: '' });
      return { status: 201, body: { id, offset: 0 } };
    }
    const found = this.kept.get(url.split('/')[2]);
    if (!found) return { status: 404, body: {} };
    if (method === 'POST') {
      if (Number(body.get('offset')) !== found.text.length) return { status: 409, body: { offset: found.text.length } };
      found.text += await body.get('piece').text();
    }
    return { status: 200, body: { offset: found.text.length } };
  }
}
const text = 'x'.repeat(FIRST * 3 + 17).replace(/x/g, (_, index) => String.fromCharCode(97 + index % 26));
const sending = (server, id) => new Upload(new Blob([text]), 'a.jpg', 'token', { ask: server.ask, wait: async () => {}, now: () => 0 }).run(id);

test('a file arrives whole, whatever request the line is cut in, on its way there or back', async () => {
  for (const lost of [false, true]) {
    for (let cut = 1; cut <= 6; cut++) {
      const server = new Server();
      server.lost = lost;
      server.cuts.add(cut);
      const id = await sending(server);
      assert.equal(server.kept.get(id).text, text, `cut at ${cut}`);
    }
  }
});

test('it goes on with an upload that was begun before, and begins anew where that is gone', async () => {
  const server = new Server();
  server.kept.set('old', { size: text.length, text: text.slice(0, 1000) });
  assert.equal(await sending(server, 'old'), 'old');
  assert.equal(server.kept.get('old').text, text);
  const id = await sending(server, 'forgotten');
  assert.equal(server.kept.get(id).text, text);
});

test('what the server does not want is not sent for ever', async () => {
  const refusing = { ask: () => ({ abort() {}, answer: Promise.resolve({ status: 413, body: {} }) }) };
  await assert.rejects(sending(refusing), Refused);
});

const vector = (name) => new Uint8Array(readFileSync(new URL(`../vectors/${name}`, import.meta.url)));

test('a HEIC picture is taken apart into what a decoder wants', () => {
  const { width, height, turn, mirror, tiles } = parsed(vector('six_colours.heic'));
  assert.deepEqual([width, height, turn, mirror, tiles.length], [128, 192, 0, null, 1]);
  assert.equal(tiles[0].codec, 'hvc1.3.E.L30');
  assert.equal(tiles[0].description[0], 1);
  // What it holds are units with their length before each.
  const [one] = tiles, length = one.data.reduce((value, byte, place) => (place < 4 ? value * 256 + byte : value), 0);
  assert.ok(length > 0 && length + 4 <= one.data.length);
});

test('a picture in tiles has each in its place, and is turned', () => {
  const { width, height, turn, tiles } = parsed(vector('six_colours_grid_turned.avif'));
  assert.deepEqual([width, height, turn], [128, 192, 1]);
  assert.deepEqual(tiles.map(({ x, y }) => [x, y]), [[0, 0], [64, 0], [0, 64], [64, 64], [0, 128], [64, 128]]);
  assert.ok(tiles.every(({ codec, data }) => codec.startsWith('av01.') && data.length > 20));
});

test('a file that is cut short, or none of the kind, is refused and not read past its end', () => {
  const whole = vector('six_colours.heic');
  for (let length = 0; length < whole.length; length += 7) {
    let read;
    try { read = parsed(whole.slice(0, length)); } catch { continue; }
    assert.equal(read.width, 128, `cut at ${length}`);
  }
  assert.throws(() => parsed(new Uint8Array(64)));
  assert.throws(() => parsed(new TextEncoder().encode('no picture at all, only words that somebody wrote')));
});
