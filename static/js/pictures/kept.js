// A picture on its way is kept in this browser until the server has it whole, so that a reload or a closed window loses nothing.
// One per page and field, for a day.
const DAY = 24 * 3600 * 1000;
// Behaviours ask this before they load this file.
const FLAG = 'plenipo pictures';

function store(mode) {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('plenipo-pictures', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('pictures');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => done(opening.result.transaction('pictures', mode).objectStore('pictures'));
  });
}
const settled = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = () => fail(request.error); });

export async function keep(key, id, file) {
  try {
    localStorage.setItem(FLAG, '1');
    await settled((await store('readwrite')).put({ id, file, name: file.name, at: Date.now() }, key));
  } catch { /* A private window keeps nothing; the picture is sent all the same. */ }
}

export async function kept(key) {
  try {
    const found = await settled((await store('readonly')).get(key));
    if (found && Date.now() - found.at < DAY) return found;
    if (found) await forget(key);
  } catch { /* As above. */ }
  return undefined;
}

export async function forget(key) {
  try { await settled((await store('readwrite')).delete(key)); } catch { /* As above. */ }
}
