// The camera: opens it at its best resolution, sends one frame at a time to the worker, and says what was read.
import crop from './crop.js';

const PAUSE = 40; // ms between frames at least: a phone must last a day
const HINT_AFTER = 4; // frames with a code in sight that cannot be read

export default class Camera {
  #video; #canvas = document.createElement('canvas'); #worker; #stream; #turn = 0; #hinted = 0; #facing = 'environment';
  #onCode; #onHint;

  constructor(video, { onCode, onHint }) {
    this.#video = video;
    this.#onCode = onCode;
    this.#onHint = onHint;
  }

  get isOn() { return Boolean(this.#stream); }
  get hasTorch() { return Boolean(this.#track?.getCapabilities?.().torch); }
  get #track() { return this.#stream?.getVideoTracks()[0]; }

  async start() {
    this.stop();
    if (!navigator.mediaDevices) throw new DOMException('no secure context', 'NotSupportedError');
    const best = { width: { ideal: 3840 }, height: { ideal: 2160 }, frameRate: { ideal: 30 } };
    const stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: { ideal: this.#facing }, ...best } });
    this.#stream = stream;
    this.#video.srcObject = stream;
    this.#video.classList.toggle('gate-mirror', this.#facing === 'user');
    await this.#video.play();
    this.#track.applyConstraints({ advanced: [{ focusMode: 'continuous' }] }).catch(() => {});
    this.#track.addEventListener('ended', () => { if (this.#stream === stream) this.stop(); });
    this.#worker ??= this.#newWorker();
    this.#next(stream);
  }

  stop() {
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = undefined;
    this.#video.srcObject = null;
  }

  async flip() {
    this.#facing = this.#facing === 'user' ? 'environment' : 'user';
    await this.start();
  }

  torch(on) { return this.#track?.applyConstraints({ advanced: [{ torch: on }] }); }

  #newWorker() {
    const worker = new Worker(new URL('./decode-worker.js', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }) => {
      if (data.code) this.#onCode(data.code);
      this.#hinted = data.near ? this.#hinted + 1 : 0;
      this.#onHint(this.#hinted >= HINT_AFTER);
      setTimeout(() => this.#next(this.#stream), PAUSE);
    });
    return worker;
  }

  // Waits for the next frame that the camera really delivers, where the browser can tell.
  #next(stream) {
    if (!stream || stream !== this.#stream) return;
    if (document.hidden) return setTimeout(() => this.#next(stream), 500);
    if (this.#video.requestVideoFrameCallback) this.#video.requestVideoFrameCallback(() => this.#send(stream));
    else requestAnimationFrame(() => this.#send(stream));
  }

  #send(stream) {
    if (stream !== this.#stream) return;
    const { videoWidth, videoHeight } = this.#video;
    if (!videoWidth) return setTimeout(() => this.#next(stream), 100);
    const part = crop(videoWidth, videoHeight, this.#turn++);
    this.#canvas.width = part.toWidth;
    this.#canvas.height = part.toHeight;
    const context = this.#canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(this.#video, part.x, part.y, part.width, part.height, 0, 0, part.toWidth, part.toHeight);
    const { data, width, height } = context.getImageData(0, 0, part.toWidth, part.toHeight);
    this.#worker.postMessage({ pixels: data.buffer, width, height }, [data.buffer]);
  }
}
