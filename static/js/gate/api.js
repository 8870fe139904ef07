// Talks to the scanner API. Every outcome is a value: nothing here throws.
const PATIENCE = 3000; // ms: longer, and a queue forms at the gate
const BATCH_PATIENCE = 20000;

const FINAL = new Set([400, 403, 404, 409, 413, 415, 422]);

// What an answer with this status means: 'answer', 'rejected' (for good), 'signed_out', or 'unreached' (try again later).
export function outcomeOf(status, body) {
  if (status === 200 && body) return { kind: 'answer', body };
  if (status === 401) return { kind: 'signed_out' };
  if (FINAL.has(status)) return { kind: 'rejected', problem: body };
  return { kind: 'unreached' };
}

export default class Api {
  #config; #fetch;

  constructor(config, fetcher = (...all) => fetch(...all)) {
    this.#config = config;
    this.#fetch = fetcher;
  }

  scan(scan) { return this.#post(this.#config.scans, { ...scan, sent_at: new Date().toISOString() }, PATIENCE); }

  // The answers in the order of the scans, each an outcome of its own.
  async batch(scans) {
    const whole = await this.#post(this.#config.batch, { scans, sent_at: new Date().toISOString() }, BATCH_PATIENCE);
    if (whole.kind !== 'answer') return whole;
    const answers = new Map((whole.body.scans ?? []).map((one) => [one.scan_id, one]));
    const outcome = ({ scan_id }) => {
      const one = answers.get(scan_id);
      return one ? outcomeOf(one.problem ? one.problem.status : 200, one.problem ?? one) : { kind: 'unreached' };
    };
    return { kind: 'answer', outcomes: scans.map(outcome) };
  }

  async photo(path) {
    try {
      const answer = await this.#fetch(path, { headers: this.#headers(), signal: AbortSignal.timeout(PATIENCE) });
      return answer.ok ? await answer.blob() : null;
    } catch {
      return null;
    }
  }

  #headers() { return { authorization: `Bearer ${this.#config.token}` }; }

  async #post(url, body, patience) {
    try {
      const answer = await this.#fetch(url, {
        method: 'POST', body: JSON.stringify(body), cache: 'no-store', signal: AbortSignal.timeout(patience),
        headers: { ...this.#headers(), 'content-type': 'application/json', accept: 'application/json' },
      });
      return outcomeOf(answer.status, await answer.json().catch(() => null));
    } catch {
      return { kind: 'unreached' };
    }
  }
}
