// The same badge held before the camera is one scan, not thirty a second: while it stays in sight, and for five seconds after,
// it is ignored. The other direction is another act.
export const AGAIN_AFTER = 5000;

export default class Sightings {
  #seen = new Map();

  // Milliseconds since it was last seen; Infinity when that is more than five seconds ago, or never was.
  away(code, direction, now) {
    const at = this.#seen.get(`${direction} ${code}`);
    return at === undefined || now - at >= AGAIN_AFTER ? Infinity : now - at;
  }

  isNew(code, direction, now) {
    for (const [key, at] of this.#seen) if (now - at >= AGAIN_AFTER) this.#seen.delete(key);
    const key = `${direction} ${code}`;
    const fresh = !this.#seen.has(key);
    this.#seen.set(key, now);
    return fresh;
  }

  // After "not decided" the same badge may try again at once.
  forget(code, direction) {
    this.#seen.delete(`${direction} ${code}`);
  }
}
