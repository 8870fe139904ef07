#!/usr/bin/env node
// Reads the pages of a running demonstration as the Nu HTML checker does: every address that links lead to, once for each seat.
//   plenipo serve --demo            (in another window)
//   NU=vnu.jar node scripts/html.mjs http://127.0.0.1:8080
// Says how many pages it saw and every error; ends with 1 when there is one. Needs Java and the checker's jar.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const base = new URL(process.argv[2] ?? 'http://127.0.0.1:8080').origin;
const jar = process.env.NU ?? 'vnu.jar';
/** Pages of one seat, so that a mistake in a link cannot make it endless. */
const MOST = 120;
/** Addresses that no page need link to. */
const ALSO = ['/', '/demonstration', '/mailbox', '/account', '/sign-in', '/privacy', '/accessibility'];

const cookies = (response, jar) => {
  for (const line of response.headers.getSetCookie()) {
    const [name, value] = line.split(';')[0].split('=');
    jar.set(name, value);
  }
};
const header = (jar) => ({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') });
const get = async (url, jar) => {
  for (let hop = 0; hop < 6; hop += 1) {
    const response = await fetch(url, { headers: header(jar), redirect: 'manual' });
    cookies(response, jar);
    const to = response.headers.get('location');
    if (!to) return { response, url };
    url = new URL(to, url).href;
  }
  throw new Error(`${url} leads round in a circle`);
};
/** The kind of a page: its path without the keys of things. */
const shape = (url) => new URL(url).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');

async function seat(value, first) {
  const jar = new Map();
  const { response } = await get(`${base}/demonstration`, jar);
  const token = /name="form_token" value="([^"]+)"/.exec(await response.text())?.[1];
  const body = new URLSearchParams({ form_token: token, seat: value });
  const sent = await fetch(`${base}/demonstration`, { method: 'POST', body, headers: { ...header(jar), origin: base }, redirect: 'manual' });
  cookies(sent, jar);
  return { jar, first: [new URL(sent.headers.get('location') ?? '/', base).href, ...first] };
}

const folder = mkdtempSync(join(tmpdir(), 'plenipo-html-'));
const { response: start } = await get(`${base}/demonstration`, new Map());
const seats = [...(await start.text()).matchAll(/name="seat" value="([a-z-]+)"/g)].map((found) => found[1]);
let pages = 0;
for (const value of ['', ...seats]) {
  const also = ALSO.map((path) => base + path);
  const { jar, first } = value ? await seat(value, also) : { jar: new Map(), first: also };
  const queue = [...first];
  const seen = new Set();
  while (queue.length && seen.size < MOST) {
    const wanted = queue.shift();
    if (seen.has(shape(wanted))) continue;
    seen.add(shape(wanted));
    const { response, url } = await get(wanted, jar);
    if (!response.headers.get('content-type')?.includes('text/html')) continue;
    const html = await response.text();
    writeFileSync(join(folder, `${value || 'stranger'}${shape(url).replace(/\W+/g, '_')}.html`), html);
    pages += 1;
    for (const [, link] of html.matchAll(/href="([^"#]+)/g)) {
      const to = new URL(link.replaceAll('&amp;', '&').replaceAll('&#38;', '&'), url);
      const isPage = !/\/static\/|export|template|\.(ics|xml|json|pdf|png|zip|csv|xlsx)$/.test(to.pathname);
      if (to.origin === base && isPage) queue.push(to.origin + to.pathname);
    }
  }
}
console.log(`${pages} pages of ${seats.length + 1} seats`);
let failed = false;
try {
  execFileSync('java', ['-jar', jar, '--errors-only', '--format', 'gnu', folder], { stdio: 'inherit' });
} catch {
  failed = true;
}
rmSync(folder, { recursive: true, force: true });
process.exit(failed ? 1 : 0);
