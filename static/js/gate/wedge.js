// A hand scanner is a keyboard that types faster than any hand. Physical keys are read (KeyboardEvent.code), because a
// scanner that believes in another keyboard layout types other characters; where there is no code (Android) the character counts.
export const HAND_GAP = 35; // ms: keys closer than this come from no hand
export const SILENCE = 100; // ms: a code ends when nothing more comes
export const PATIENCE = 500; // ms: digits that are fewer than a code has may still go on after a stutter of the machine
export const SURE = 8; // so many keys in a row and it is a scanner
export const BRIEF = 4; // so many keys in a row and Enter as fast, and it is a scanner too
export const CODE_DIGITS = 193;
const LONGEST = 1000;
const LATE = 30; // ms

const EASTERN = [0x660, 0x6f0]; // Arabic-Indic and Persian digits start here

export function characterOf({ code, key }) {
  const physical = /^(?:Digit|Numpad)(\d)$/.exec(code ?? '');
  if (physical) return physical[1];
  if (typeof key !== 'string' || [...key].length !== 1) return null;
  const point = key.codePointAt(0);
  const zero = EASTERN.find((start) => point >= start && point <= start + 9);
  return zero === undefined ? key : String(point - zero);
}

// What was typed, as a code: the last 193 digits (a scanner may put a symbology or character set prefix before them); anything
// else is handed on as it is, for the gate to refuse and to remember.
export function codeOf(typed) {
  return /^\d+$/.test(typed) ? typed.slice(-CODE_DIGITS) : typed.slice(0, LONGEST);
}

// Whether a hand scanner gave only a piece of a code: keys were lost on the way. Nothing of it is sent; it is scanned again.
export function isPartial(read) {
  return /^\d+$/.test(read) && read.length < CODE_DIGITS;
}

export class Wedge {
  #typed = '';
  #last = -Infinity;

  // How long what was typed may pause and still be one code. A code that is whole ends soon: another may follow.
  get #pause() { return isPartial(this.#typed) ? PATIENCE : SILENCE; }

  // One key press; `time` in milliseconds. `began`: the first key of what may become a code. `swallow`: keep it from the page.
  press({ code, key, time }) {
    const sure = this.#typed.length >= SURE;
    if (key === 'Enter' || key === 'Tab') {
      // A scanner ends what it read with Enter; a few keys that fast come from no hand either, whatever has the focus.
      const brief = this.#typed.length >= BRIEF && time - this.#last <= HAND_GAP;
      const read = brief || (sure && time - this.#last <= this.#pause) ? this.#take() : null;
      if (!read) this.#typed = '';
      return { began: false, swallow: read !== null, read };
    }
    const character = characterOf({ code, key });
    if (character === null) return { began: false, swallow: false, read: null };
    const before = sure && time - this.#last > this.#pause ? this.#take() : null;
    const began = before !== null || this.#typed === '' || (!sure && time - this.#last > HAND_GAP);
    this.#typed = (began ? '' : this.#typed) + character;
    if (this.#typed.length > LONGEST) this.#typed = this.#typed.slice(-LONGEST);
    this.#last = time;
    return { began, swallow: this.#typed.length > 3, read: before };
  }

  // Whether keys of a possible code wait for more.
  get isWaiting() { return this.#typed.length >= SURE; }

  // Called some time after the last key: the code that silence has ended, or null.
  rest(time) {
    return this.#typed.length >= SURE && time - this.#last >= this.#pause ? this.#take() : null;
  }

  #take() {
    const read = codeOf(this.#typed);
    this.#typed = '';
    return read;
  }
}

// Listens to the whole window, whatever has the focus and whatever dialog is open. What a code's first keys have put into a field
// is taken out of it again. `early`: keys that came before anybody listened.
export default function listen(onCode, early = [], target = window) {
  const wedge = new Wedge();
  let field, timer;
  const remember = () => {
    const at = document.activeElement;
    field = at?.matches?.('input, textarea') ? { at, value: at.value } : undefined;
  };
  const done = (read) => {
    if (read === null) return;
    if (field && field.at.isConnected) field.at.value = field.value;
    onCode(read);
  };
  // A timer that comes late says that the page was busy: keys may be waiting that were pressed in time.
  const wait = (ms = SILENCE + 5) => {
    clearTimeout(timer);
    const due = performance.now() + ms;
    timer = setTimeout(() => {
      const now = performance.now();
      if (now - due > LATE) return wait();
      done(wedge.rest(now));
      if (wedge.isWaiting) wait();
    }, ms);
  };
  for (const pressed of early) done(wedge.press(pressed).read);
  if (early.length) wait();
  target.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const { began, swallow, read } = wedge.press({ code: event.code, key: event.key, time: event.timeStamp });
    done(read);
    if (began) remember();
    if (swallow) { event.preventDefault(); event.stopImmediatePropagation(); }
    wait();
  }, { capture: true });
}
