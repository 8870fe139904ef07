// Run with `node --test tests/js/`: where a session goes when it is dragged or nudged.
import assert from 'node:assert/strict';
import test from 'node:test';
import { STEP, clock, neighbour, nudge, pull, snap, stretched, under, within } from '../../static/js/timetable/place.js';

test('what is dragged goes to the nearest five minutes', () => {
  assert.deepEqual([0, 2, 2.5, 3, 62.4, 62.6, 1439].map(snap), [0, 0, 5, 5, 60, 65, 1440]);
  for (let at = 0; at < 1440; at += .7) {
    assert.equal(snap(at) % STEP, 0);
    assert.ok(Math.abs(snap(at) - at) <= STEP / 2);
  }
});

test('an arrow goes five minutes on, and first to a full five', () => {
  assert.deepEqual([540, 542, 544].map((at) => nudge(at, 1)), [545, 545, 545]);
  assert.deepEqual([540, 542, 541].map((at) => nudge(at, -1)), [535, 540, 540]);
  // There and back is where one was, for whatever stands on a full five.
  for (let at = 0; at < 1440; at += STEP) assert.equal(nudge(nudge(at, 1), -1), at);
});

test('no session is shorter than five minutes', () => {
  assert.deepEqual([stretched(10, -1), stretched(5, -1), stretched(7, -1), stretched(60, 1)], [5, 5, 5, 65]);
});

test('what is dragged begins within the sheet', () => {
  assert.deepEqual([within(-30, 660), within(0, 660), within(655, 660), within(700, 660)], [0, 0, 655, 655]);
});

test('times are written as on a clock, at night too', () => {
  assert.deepEqual([clock(545), clock(1530), clock(-30), clock(0)], ['09:05', '01:30', '23:30', '00:00']);
});

test('an arrow leads to the room beside it as it is seen, in both directions of reading', () => {
  const three = (place, key, rightToLeft) => neighbour(place, 3, key, rightToLeft);
  assert.equal(three(0, 'ArrowRight', false), 1);
  assert.equal(three(0, 'ArrowLeft', false), -1);
  assert.equal(three(0, 'ArrowLeft', true), 1);
  assert.equal(three(0, 'ArrowRight', true), -1);
  assert.equal(three(2, 'ArrowRight', false), -1);
  assert.equal(three(2, 'ArrowRight', true), 1);
});

test('a point lies in one column, in whatever order they stand', () => {
  const boxes = [{ left: 200, right: 300 }, { left: 100, right: 200 }];
  assert.deepEqual([150, 200, 299.9, 300, 99].map((x) => under(boxes, x)), [1, 0, 0, -1, -1]);
});

test('at the edge of a frame it goes on, the faster the nearer', () => {
  assert.equal(pull(500, 100, 900), 0);
  assert.ok(pull(105, 100, 900) < pull(130, 100, 900) && pull(130, 100, 900) < 0);
  assert.ok(pull(899, 100, 900) > pull(865, 100, 900) && pull(865, 100, 900) > 0);
});
