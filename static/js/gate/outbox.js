// Scans on their way to the server. Each is stored before it is sent and removed when the server has answered it; it keeps its
// scan id for ever, so sending it again is harmless. What the server rejects for good is kept aside and counted, never dropped.
const BATCH = 100;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30000;

export default class Outbox {
  #store; #api; #later; #rows = new Map(); #sending = new Set(); #wait = FIRST_WAIT; #timer;
  onChange = () => {};
  onLate = () => {};
  state = 'online'; // online, offline, signed_out

  // `later(act, ms)` and its answer's `cancel` come from outside so that tests need not wait.
  constructor({ store, api, later }) {
    this.#store = store;
    this.#api = api;
    this.#later = later;
  }

  get unsent() { return [...this.#rows.values()].filter((row) => !row.rejected).length; }
  get rejected() { return [...this.#rows.values()].filter((row) => row.rejected).length; }
  // What the server would not have, oldest first: {scan, problem}.
  get refusals() {
    const rows = [...this.#rows.values()].filter((row) => row.rejected).sort((one, other) => (one.at < other.at ? -1 : 1));
    return rows.map(({ scan, rejected }) => ({ scan, problem: rejected }));
  }
  get isLasting() { return this.#store.isLasting; }

  // What an earlier visit left behind.
  async load() {
    for (const row of await this.#store.all().catch(() => [])) this.#rows.set(row.id, row);
    this.onChange();
    if (this.unsent) await this.flush();
  }

  // Sends one scan now. The outcome is the server's, or 'unreached': then it stays and is tried again in the background.
  async send(scan) {
    const row = { id: scan.scan_id, at: scan.scanned_at, scan, rejected: null };
    this.#rows.set(row.id, row);
    this.#sending.add(row.id);
    const kept = this.#store.put(row).catch(() => {});
    const outcome = await this.#api.scan(scan);
    await kept;
    await this.#settle(row, outcome);
    this.#sending.delete(row.id);
    this.onChange();
    if (outcome.kind === 'unreached') this.#again();
    return outcome;
  }

  // The unsent scan of the same code, gate and direction that is not older than `age` ms: the same act, tried again.
  pending(scan, age, now) {
    const same = ({ scan: other, rejected }) =>
      !rejected && other.code === scan.code && other.gate === scan.gate && other.direction === scan.direction &&
      now - Date.parse(other.scanned_at) <= age;
    return [...this.#rows.values()].find(same)?.scan;
  }

  // Somebody has read what the server would not have: it need not be kept any longer.
  async forgetRejected() {
    for (const row of [...this.#rows.values()].filter((row) => row.rejected)) {
      this.#rows.delete(row.id);
      await this.#store.remove(row.id).catch(() => {});
    }
    this.onChange();
  }

  // Sends what waits, oldest first. One scan that the server will not have does not hold back the others.
  async flush() {
    this.#timer?.cancel();
    this.#timer = undefined;
    const rows = [...this.#rows.values()]
      .filter((row) => !row.rejected && !this.#sending.has(row.id))
      .sort((one, other) => (one.at < other.at ? -1 : 1))
      .slice(0, BATCH);
    if (!rows.length) return;
    rows.forEach((row) => this.#sending.add(row.id));
    const whole = await this.#api.batch(rows.map((row) => row.scan));
    const outcomes = whole.outcomes ?? rows.map(() => (whole.kind === 'rejected' ? { kind: 'unreached' } : whole));
    let moved = false;
    for (const [index, row] of rows.entries()) {
      const outcome = outcomes[index];
      moved ||= outcome.kind === 'answer' || outcome.kind === 'rejected';
      await this.#settle(row, outcome);
      this.#sending.delete(row.id);
      if (outcome.kind === 'answer') this.onLate(row.scan, outcome.body);
    }
    this.onChange();
    if (!this.unsent || this.state === 'signed_out') return;
    if (moved) this.#wait = FIRST_WAIT;
    this.#again();
  }

  async #settle(row, outcome) {
    this.state = { unreached: 'offline', signed_out: 'signed_out' }[outcome.kind] ?? 'online';
    if (outcome.kind === 'answer') {
      this.#rows.delete(row.id);
      await this.#store.remove(row.id).catch(() => {});
      this.#wait = FIRST_WAIT;
    } else if (outcome.kind === 'rejected') {
      row.rejected = outcome.problem ?? {};
      await this.#store.put(row).catch(() => {});
    }
  }

  #again() {
    if (this.#timer) return;
    this.#timer = this.#later(() => { this.#timer = undefined; return this.flush(); }, this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }
}
