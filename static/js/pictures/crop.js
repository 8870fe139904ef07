// The part of a picture that is kept: three by four, moved, enlarged and turned without ever leaving the picture or becoming
// too small for a badge. Numbers alone; whoever draws and whoever tests use the same.
export const LEAST = 480;
const ENLARGED = 4;
const between = (low, value, high) => Math.min(Math.max(low, value), high);

/** Width and height of the picture as it is turned now. */
export const sides = ({ width, height, turn }) => (turn % 2 ? [height, width] : [width, height]);

/** The largest three by four that fits into these sides. */
export function largest(width, height) {
  return width * 4 > height * 3 ? [height * .75, height] : [width, width * 4 / 3];
}

/** A picture as it is opened: its middle, a third from the top, where faces are. */
export function opened(width, height, turn = 0) {
  const [wide, high] = sides({ width, height, turn });
  const [, tall] = largest(wide, high);
  return { width, height, turn, zoom: 1, x: .5, y: ((high - tall) / 3 + tall / 2) / high };
}

/** What is kept, in pixels of the turned picture. */
export function frame(view) {
  const [wide, high] = sides(view);
  const [width, height] = largest(wide, high).map((side) => side / view.zoom);
  return {
    left: between(0, view.x * wide - width / 2, wide - width),
    top: between(0, view.y * high - height / 2, high - height),
    width,
    height,
  };
}

export const isTooSmall = (view) => Math.round(largest(...sides(view))[0]) < LEAST;

function settled(view) {
  const [wide, high] = sides(view);
  const { left, top, width, height } = frame(view);
  return { ...view, x: (left + width / 2) / wide, y: (top + height / 2) / high };
}

/** Moved by parts of the frame: one is its whole width or height. */
export function moved(view, across, down) {
  const [wide, high] = sides(view);
  const { width, height } = frame(view);
  return settled({ ...view, x: view.x + across * width / wide, y: view.y + down * height / high });
}

/** Enlarged by a factor, never so far that too few pixels are left. */
export function zoomed(view, factor) {
  const most = between(1, largest(...sides(view))[0] / LEAST, ENLARGED);
  return settled({ ...view, zoom: between(1, view.zoom * factor, most) });
}

/** Turned by quarters to the right; what stood in the middle stays there. */
export function turned(view, quarters) {
  let { x, y } = view;
  for (let left = (quarters + 4) % 4; left > 0; left--) [x, y] = [1 - y, x];
  return zoomed({ ...view, turn: (view.turn + quarters + 4) % 4, x, y }, 1);
}
