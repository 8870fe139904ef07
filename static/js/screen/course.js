// What is on in a room now and what comes next, by the same rule as the server (tests/vectors/now_and_next.json holds both to it).
const HOURS = 3600_000;

/** The conference day of an instant, as YYYY-MM-DD: it begins at four in the morning. */
export function dayOf(at, zone) {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at - 4 * HOURS);
}

/** Places in `sessions` ({ from, until, cancelled } in milliseconds): of today, the one that is on, the next one, the later ones. */
export function course(sessions, now, zone) {
  const today = dayOf(now, zone);
  const places = sessions.map((_, place) => place)
    .filter((place) => !sessions[place].cancelled && sessions[place].until > now && dayOf(sessions[place].from, zone) === today)
    .sort((a, b) => sessions[a].from - sessions[b].from || sessions[a].until - sessions[b].until || a - b);
  const found = { on: null, next: null, later: [] };
  for (const place of places) {
    if (sessions[place].from <= now && found.on === null) found.on = place;
    else if (found.next === null) found.next = place;
    else found.later.push(place);
  }
  return found;
}

/** Whole minutes until an instant, a begun one counted. */
export const minutesUntil = (at, now) => Math.max(0, Math.ceil((at - now) / 60_000));

/** Which rows stand on which page: runs of places whose heights fit, at least one on each. */
export function pages(heights, room) {
  const found = [];
  let page = [], used = 0;
  heights.forEach((height, place) => {
    if (page.length && used + height > room) { found.push(page); page = []; used = 0; }
    page.push(place);
    used += height;
  });
  if (page.length) found.push(page);
  return found;
}
