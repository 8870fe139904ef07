// Where a session goes when it is dragged or nudged: minutes and columns, and nothing of the page.
export const STEP = 5;

/** The nearest multiple of five minutes. */
export const snap = (minutes) => Math.round(minutes / STEP) * STEP;

/** So many steps earlier or later, to multiples of five minutes: the first step of one that begins at 09:02 leads to 09:05 or 09:00. */
export const nudge = (minutes, steps) => (steps > 0 ? Math.floor(minutes / STEP) : Math.ceil(minutes / STEP)) * STEP + steps * STEP;

/** So many steps longer or shorter, and never shorter than one. */
export const stretched = (minutes, steps) => Math.max(STEP, nudge(minutes, steps));

/** Keeps a beginning within what is drawn. */
export const within = (from, length) => Math.max(0, Math.min(from, length - STEP));

/** `09:30`, at night too. */
export function clock(minutes) {
  const day = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(day / 60)).padStart(2, '0')}:${String(day % 60).padStart(2, '0')}`;
}

/** The column beside one, in the direction of an arrow key; -1 where there is none. Columns follow the direction of reading. */
export function neighbour(place, count, key, rightToLeft) {
  const next = place + ((key === 'ArrowRight') === rightToLeft ? -1 : 1);
  return next >= 0 && next < count ? next : -1;
}

/** Which of these lies under a point: each has a left and a right edge, whatever the direction. */
export const under = (boxes, x) => boxes.findIndex(({ left, right }) => x >= left && x < right);

/** How far to scroll so that something at the edge of a frame can go on: less the nearer it is to its middle. */
export function pull(at, begin, end, edge = 40) {
  if (at < begin + edge) return -Math.ceil((begin + edge - at) / 3);
  if (at > end - edge) return Math.ceil((at - end + edge) / 3);
  return 0;
}
