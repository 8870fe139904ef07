// Which part of the camera's picture is searched: in turn the middle at full sharpness, for a badge held far away, and most of
// the picture made smaller, for one held near or off the middle. Neither is larger than the decoder likes.
export const LONG = 960;
export const SHORT = 540;
const MOST = 0.75;

export default function crop(width, height, turn) {
  const [wide, high] = height > width ? [SHORT, LONG] : [LONG, SHORT];
  const near = turn % 2 === 1;
  const share = width * MOST > wide || height * MOST > high ? MOST : 1;
  const part = near
    ? { width: Math.round(width * share), height: Math.round(height * share) }
    : { width: Math.min(width, wide), height: Math.min(height, high) };
  const scale = Math.min(1, wide / part.width, high / part.height);
  return {
    x: Math.floor((width - part.width) / 2), y: Math.floor((height - part.height) / 2), ...part,
    toWidth: Math.max(1, Math.round(part.width * scale)), toHeight: Math.max(1, Math.round(part.height * scale)),
  };
}
