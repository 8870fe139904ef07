// Where unsent scans wait: IndexedDB, so that a dead battery or a closed tab loses none; memory where the browser forbids it
// (private windows), which the page then says.
const NAME = 'plenipo-gate';
const SCANS = 'scans';

const settled = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

class Disk {
  isLasting = true;
  #db;

  constructor(db) { this.#db = db; }

  async #in(mode, act) {
    const transaction = this.#db.transaction(SCANS, mode, { durability: mode === 'readonly' ? 'default' : 'strict' });
    const finished = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
    const result = await settled(act(transaction.objectStore(SCANS)));
    await finished;
    return result;
  }

  put(row) { return this.#in('readwrite', (scans) => scans.put(row)); }
  remove(id) { return this.#in('readwrite', (scans) => scans.delete(id)); }
  all() { return this.#in('readonly', (scans) => scans.getAll()); }
}

export class Memory {
  isLasting = false;
  #rows = new Map();

  async put(row) { this.#rows.set(row.id, structuredClone(row)); }
  async remove(id) { this.#rows.delete(id); }
  async all() { return [...this.#rows.values()].map((row) => structuredClone(row)); }
}

export default async function open() {
  try {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(SCANS, { keyPath: 'id' });
    return new Disk(await settled(request));
  } catch {
    return new Memory();
  }
}
