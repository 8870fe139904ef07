// A file sent piece by piece. A cut line is waited out and gone on from where the server stands, also when it was restarted in
// between; pieces grow and shrink with the line.
export const FIRST = 32 * 1024;
const [SMALLEST, LARGEST] = [8 * 1024, 512 * 1024];
const PATIENCE = [1, 2, 4, 8, 15];

/** The size of the next piece: each should take a few seconds. */
export function nextSize(size, seconds) {
  if (seconds < 1.5) return Math.min(LARGEST, size * 2);
  return seconds > 6 ? Math.max(SMALLEST, size / 2) : size;
}

/** Waits, but no longer than until the line is back. */
const pause = (seconds) => new Promise((done) => {
  const timer = setTimeout(done, seconds * 1000);
  globalThis.addEventListener?.('online', () => { clearTimeout(timer); done(); }, { once: true });
});

function ask(method, url, body, onSent) {
  const request = new XMLHttpRequest();
  const answer = new Promise((done, fail) => {
    request.open(method, url);
    request.responseType = 'json';
    request.timeout = 90000;
    request.upload.onprogress = (event) => onSent?.(event.loaded);
    request.onload = () => done({ status: request.status, body: request.response ?? {} });
    request.onerror = request.ontimeout = request.onabort = fail;
    request.send(body);
  });
  return { answer, abort: () => request.abort() };
}

/** The server does not want it: signed out, too large. */
export class Refused extends Error {}

export default class Upload {
  /** `told({ sent, size, cut })` hears how far it is; `begun(id)` hears the key as soon as there is one. */
  constructor(file, name, token, { told = () => {}, begun = () => {}, ask: asking = ask, wait = pause, now = () => Date.now() } = {}) {
    Object.assign(this, { file, name, token, told, begun, asking, wait, now, tries: 0, stopped: false });
  }

  stop() {
    this.stopped = true;
    this.current?.abort();
  }

  /** Sends everything and gives the upload's key; goes on with an upload that was begun before, if one is named. */
  async run(id) {
    let offset = id ? undefined : 0, size = FIRST;
    for (;;) {
      if (this.stopped) throw new Refused('stopped');
      try {
        if (!id) {
          ({ id, offset } = await this.#said('POST', '/uploads', { name: this.name, size: this.file.size }));
          this.begun(id);
        }
        if (offset === undefined) ({ offset } = await this.#said('GET', `/uploads/${id}`));
        if (offset >= this.file.size) return id;
        const piece = this.file.slice(offset, offset + size);
        const from = offset, begun = this.now();
        ({ offset } = await this.#said('POST', `/uploads/${id}`, { offset, piece }, (sent) => this.#tell(from + Math.min(sent, piece.size))));
        size = nextSize(size, (this.now() - begun) / 1000);
        this.tries = 0;
        this.#tell(offset);
      } catch (trouble) {
        if (trouble instanceof Refused) throw trouble;
        if (trouble?.gone) { id = undefined; offset = 0; continue; }
        // Where the server stands is asked again: half of the piece may have arrived.
        offset = id ? undefined : 0;
        size = Math.max(SMALLEST, size / 2);
        this.told({ sent: this.sent ?? 0, size: this.file.size, cut: true });
        await this.wait(PATIENCE[Math.min(this.tries++, PATIENCE.length - 1)]);
      }
    }
  }

  #tell(sent) {
    this.sent = sent;
    this.told({ sent, size: this.file.size, cut: false });
  }

  async #said(method, url, fields, onSent) {
    let body;
    if (fields) {
      body = new FormData();
      body.set('form_token', this.token);
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
    }
    this.current = this.asking(method, url, body, onSent);
    const { status, body: said } = await this.current.answer;
    if (status === 200 || status === 201 || status === 409) return said;
    if (status === 404 && url !== '/uploads') throw Object.assign(new Error('gone'), { gone: true });
    if (status >= 500 || status === 0 || status === 429) throw new Error(`answered ${status}`);
    throw new Refused(`answered ${status}`);
  }
}
