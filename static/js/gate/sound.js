// Sounds, because nobody at a gate looks at a screen all the time: one high tone, two middle ones, or three low buzzes. Phones
// vibrate too, where they can. Browsers stay silent until the first touch or key.
const PATTERNS = {
  ok: { tones: [1320], length: 0.11, wave: 'sine', loud: 0.35, shake: 80 },
  check: { tones: [660, 660], length: 0.12, wave: 'triangle', loud: 0.45, shake: [80, 60, 80] },
  no: { tones: [150, 150, 150], length: 0.16, wave: 'sawtooth', loud: 0.5, shake: 400 },
};
const REST = 0.07;

let context;

export function unlock() {
  try {
    context ??= new AudioContext();
    context.resume?.().catch(() => {});
  } catch {
    context = undefined;
  }
}

export default function sound(kind) {
  const { tones, length, wave, loud, shake } = PATTERNS[kind];
  navigator.vibrate?.(shake);
  if (!context || context.state !== 'running') return;
  tones.forEach((hertz, index) => {
    const start = context.currentTime + index * (length + REST);
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.type = wave;
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(loud, start + 0.01);
    volume.gain.setValueAtTime(loud, start + length - 0.02);
    volume.gain.linearRampToValueAtTime(0, start + length);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + length);
  });
}
