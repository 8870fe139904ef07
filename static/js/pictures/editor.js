// The tool round a portrait: the part that is kept is moved by dragging, by buttons or by keys, enlarged and turned, and what
// comes out is small. Nothing of it stands in the way of sending the form.
import { frame, isTooSmall, moved, opened, sides, turned, zoomed } from './crop.js';
import { encoded, heightOf, named, open, widthOf } from './shrink.js';

const WIDE = 900;
const STEP = .06;

/** Draws what is kept, as wide as the canvas is. */
export function draw(canvas, picture, view) {
  const part = frame(view);
  const [wide, high] = sides(view);
  const pen = canvas.getContext('2d');
  const scale = canvas.width / part.width;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = 'high';
  pen.setTransform(scale, 0, 0, scale, -part.left * scale, -part.top * scale);
  pen.translate(wide / 2, high / 2);
  pen.rotate(view.turn * Math.PI / 2);
  pen.drawImage(picture, -view.width / 2, -view.height / 2, view.width, view.height);
}

async function cut(picture, view, name) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.min(WIDE, Math.round(frame(view).width));
  canvas.height = Math.round(canvas.width * 4 / 3);
  draw(canvas, picture, view);
  return named(await encoded(canvas), name);
}

export default class Editor {
  /** `changed(file)` hears of each new version of the picture, once the hand rests. */
  constructor(tool, changed) {
    this.tool = tool;
    this.changed = changed;
    this.canvas = tool.querySelector('canvas');
    this.warning = tool.querySelector('[data-too-small]');
    tool.addEventListener('click', (event) => this.#act(event.target.closest('[data-act]')?.dataset.act));
    this.canvas.addEventListener('keydown', (event) => this.#key(event));
    this.canvas.addEventListener('pointerdown', (event) => this.#drag(event));
    this.canvas.addEventListener('wheel', (event) => {
      event.preventDefault();
      this.#show(zoomed(this.view, event.deltaY < 0 ? 1.08 : 1 / 1.08));
    }, { passive: false });
  }

  /** Opens a picture; says whether this browser could. */
  async open(file) {
    try { this.picture = await open(file); } catch { return false; }
    this.file = file;
    this.tool.hidden = false;
    this.#show(opened(widthOf(this.picture), heightOf(this.picture)), 0);
    return true;
  }

  #show(view, rest = 700) {
    this.view = view;
    draw(this.canvas, this.picture, view);
    this.warning.hidden = !isTooSmall(view);
    this.pending = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.settle(), rest);
  }

  /** Makes the file of what is seen, at once. */
  async settle() {
    clearTimeout(this.timer);
    const view = this.view;
    // One that is too small goes as it is: the server says its size, not that of a part of it.
    const file = isTooSmall(view) ? this.file : await cut(this.picture, view, this.file.name);
    if (view !== this.view) return;
    this.pending = false;
    await this.changed(file);
  }

  #act(act) {
    const rtl = document.documentElement.dir === 'rtl' ? -1 : 1;
    const acts = {
      left: () => turned(this.view, 3), right: () => turned(this.view, 1),
      larger: () => zoomed(this.view, 1.15), smaller: () => zoomed(this.view, 1 / 1.15),
      start: () => moved(this.view, STEP * rtl, 0), end: () => moved(this.view, -STEP * rtl, 0),
      up: () => moved(this.view, 0, STEP), down: () => moved(this.view, 0, -STEP),
      anew: () => opened(this.view.width, this.view.height),
    };
    if (act in acts) this.#show(acts[act]());
  }

  /** The picture goes where the arrow points: what is kept moves the other way. */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = {
      ArrowLeft: () => moved(this.view, STEP, 0), ArrowRight: () => moved(this.view, -STEP, 0),
      ArrowUp: () => moved(this.view, 0, STEP), ArrowDown: () => moved(this.view, 0, -STEP),
      '+': () => zoomed(this.view, 1.15), '-': () => zoomed(this.view, 1 / 1.15),
    };
    if (!(event.key in keys)) return;
    event.preventDefault();
    this.#show(keys[event.key]());
  }

  #drag(start) {
    if (start.button !== 0) return;
    this.canvas.setPointerCapture(start.pointerId);
    let at = [start.clientX, start.clientY];
    const box = this.canvas.getBoundingClientRect();
    const move = (event) => {
      const [across, down] = [event.clientX - at[0], event.clientY - at[1]];
      at = [event.clientX, event.clientY];
      this.#show(moved(this.view, -across / box.width, -down / box.height));
    };
    const stop = () => { this.canvas.removeEventListener('pointermove', move); };
    this.canvas.addEventListener('pointermove', move);
    for (const kind of ['pointerup', 'pointercancel']) this.canvas.addEventListener(kind, stop, { once: true });
  }
}
