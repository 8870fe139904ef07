// Draws an outcome over the whole screen. Sign, word, reason, face, name, State, category: read from the middle outwards in one look.
import faceOf from './faces.js';

const FADE = 1200; // ms that green stays
const AGAIN = 4000; // ms that "scan again" stays, unless something is scanned

export default class Verdict {
  #gate; #parts; #say; #photo; #timer; #shown = 0;

  constructor(gate, { say, photo }) {
    this.#gate = gate;
    this.#say = say;
    this.#photo = photo;
    this.#parts = Object.fromEntries([...gate.querySelectorAll('[data-part]')].map((part) => [part.dataset.part, part]));
  }

  get isShown() { return this.#gate.dataset.look !== 'ready'; }

  // Something was read and no answer is there yet.
  wait() {
    this.#timer && clearTimeout(this.#timer);
    const turn = ++this.#shown;
    this.#timer = setTimeout(() => turn === this.#shown && this.#look('wait', 'reading', null), 150);
  }

  show(outcome, direction) {
    clearTimeout(this.#timer);
    const turn = ++this.#shown;
    const face = faceOf(outcome, direction);
    const person = outcome.kind === 'answer' ? outcome.body.person : null;
    this.#look(face.look, face.word, face.why);
    this.#note(face.look === 'check' ? person?.note : null);
    this.#card(person);
    if (person?.photo) this.#picture(person, turn);
    if (face.look === 'ok') this.#timer = setTimeout(() => this.clear(), FADE);
    if (outcome.kind === 'partial') this.#timer = setTimeout(() => this.clear(), AGAIN);
    return face;
  }

  clear() {
    clearTimeout(this.#timer);
    this.#shown += 1;
    this.#gate.dataset.look = 'ready';
  }

  // What an officer wants gate staff to know; it takes the place of the general sentence.
  #note(note) {
    this.#parts.why.dir = note ? 'auto' : '';
    if (note) this.#parts.why.textContent = note;
  }

  #look(look, word, why) {
    this.#parts.word.textContent = this.#say(`word-${word}`);
    this.#parts.why.textContent = why ? this.#say(why) : '';
    if (look === 'wait') this.#card(null);
    this.#gate.dataset.look = look;
  }

  #card(person) {
    const { card, name, native, state, category, letter, pattern, picture } = this.#parts;
    card.hidden = !person;
    picture.getContext('2d').clearRect(0, 0, picture.width, picture.height);
    picture.hidden = !person?.photo;
    if (!person) return;
    name.textContent = person.name;
    native.textContent = person.native_name && person.native_name !== person.name ? person.native_name : '';
    state.textContent = person.delegation;
    category.className = `chip gate-category cat-${person.category}`;
    letter.textContent = person.category;
    pattern.className = `chip-pattern pattern-${person.pattern ?? 'plain'}`;
    this.#parts['category-name'].textContent = person.category_name ?? '';
  }

  // A canvas, not an image: the photo is fetched with the device's token. One that comes after the next scan is thrown away.
  async #picture(person, turn) {
    const blob = await this.#photo(`${person.photo}?size=large`) ?? await this.#photo(person.photo);
    const bitmap = blob && await createImageBitmap(blob).catch(() => null);
    if (!bitmap || turn !== this.#shown) return;
    const { picture } = this.#parts;
    [picture.width, picture.height] = [bitmap.width, bitmap.height];
    picture.getContext('2d').drawImage(bitmap, 0, 0);
    picture.setAttribute('aria-label', this.#say('portrait', { name: person.name }));
    bitmap.close();
  }
}
