// Makes the scans that are sent: one id and one time each, fixed when the code was read.
export function newId(crypto = globalThis.crypto) {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

// `what` is {code} or {by_hand}, and may carry an override.
export default function newScan(gate, direction, what, now = new Date()) {
  return { scan_id: newId(), gate, direction, scanned_at: now.toISOString(), ...what };
}

// Digits as people write them, with spaces, dashes, eastern digits: as the API wants them.
export function number(text) {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => digit.charCodeAt(0) - 0x660)
    .replace(/[\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) - 0x6f0)
    .replace(/\D/g, '');
}
