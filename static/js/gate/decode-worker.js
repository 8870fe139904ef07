// Reads QR codes from frames, off the page's thread. The browser's own detector is used where it says it reads QR codes and its
// first try does not fail (some list the format and then throw); otherwise, and from its first failure on, the vendored decoder.
import { decodeQR } from '../../vendor/qr-0.7.0/decode.js';

let detector;

async function detectorThatWorks() {
  try {
    if (!(await self.BarcodeDetector?.getSupportedFormats?.())?.includes('qr_code')) return null;
    const found = new self.BarcodeDetector({ formats: ['qr_code'] });
    await found.detect(new ImageData(64, 64));
    return found;
  } catch {
    return null;
  }
}

// `near`: a finder pattern was seen, but nothing could be read: hold it closer.
async function read(image) {
  detector ??= detectorThatWorks();
  const native = await detector;
  if (native) {
    try {
      const [first] = await native.detect(image);
      if (first) return { code: first.rawValue, near: false };
    } catch {
      detector = Promise.resolve(null);
    }
  }
  let near = false;
  try {
    return { code: decodeQR(image, { pointsOnDetect: () => { near = true; } }), near: false };
  } catch {
    return { code: null, near };
  }
}

self.onmessage = async ({ data: { pixels, width, height } }) => {
  const { code, near } = await read(new ImageData(new Uint8ClampedArray(pixels), width, height));
  self.postMessage({ code, near });
};
