// Reads a HEIF picture (HEIC, as telephones take them) where the browser shows none by itself but can decode its frames: the
// boxes of ISO/IEC 23008-12 are taken apart here, and WebCodecs decodes what they hold. Loaded only when it is needed.

class Reader {
  constructor(bytes, start = 0, end = bytes.length) {
    Object.assign(this, { bytes, at: start, end });
  }
  number(size) {
    if (this.at + size > this.end) throw new RangeError('a box ends too early');
    let value = 0;
    for (let i = 0; i < size; i += 1) value = value * 256 + this.bytes[this.at++];
    return value;
  }
  text(size) {
    return String.fromCharCode(...this.bytes.subarray(this.at, this.at += size));
  }
  take(size) {
    return this.bytes.subarray(this.at, this.at += size);
  }
  /** Version and flags of a full box. */
  full() {
    return { version: this.number(1), flags: this.number(3) };
  }
  /** The boxes from here to the end, as [type, reader of what it holds]. */
  * boxes() {
    while (this.at + 8 <= this.end) {
      const start = this.at;
      let size = this.number(4);
      const type = this.text(4);
      if (size === 1) size = this.number(8);
      const end = size === 0 ? this.end : start + size;
      if (end > this.end || end < this.at) throw new RangeError('a box is larger than what it stands in');
      yield [type, new Reader(this.bytes, this.at, end)];
      this.at = end;
    }
  }
}

const find = (reader, wanted) => {
  for (const [type, inner] of reader.boxes()) if (type === wanted) return inner;
  return null;
};

function locations(box) {
  const { version } = box.full(), sizes = box.number(2), found = new Map();
  const [offset, length, base, index] = [12, 8, 4, 0].map((shift) => sizes >> shift & 15);
  const count = box.number(version < 2 ? 2 : 4);
  for (let i = 0; i < count; i += 1) {
    const id = box.number(version < 2 ? 2 : 4), method = version ? box.number(2) & 15 : 0;
    box.number(2);
    const from = box.number(base), extents = [];
    for (let left = box.number(2); left > 0; left -= 1) {
      if (version) box.number(index);
      extents.push([from + box.number(offset), box.number(length)]);
    }
    found.set(id, { method, extents });
  }
  return found;
}

function types(box) {
  const { version } = box.full(), found = new Map();
  box.number(version ? 4 : 2);
  for (const [, entry] of box.boxes()) {
    const { version: kind } = entry.full(), id = entry.number(kind < 3 ? 2 : 4);
    entry.number(2);
    found.set(id, entry.text(4));
  }
  return found;
}

/** Which items are made of which, for one kind of reference. */
function references(box, wanted) {
  const { version } = box.full(), size = version ? 4 : 2, found = new Map();
  for (const [type, entry] of box.boxes()) {
    if (type !== wanted) continue;
    const from = entry.number(size);
    found.set(from, Array.from({ length: entry.number(2) }, () => entry.number(size)));
  }
  return found;
}

/** The properties of each item, by their type. */
function properties(box) {
  const all = [], found = new Map();
  for (const [type, inner] of find(new Reader(box.bytes, box.at, box.end), 'ipco').boxes()) all.push([type, inner]);
  const given = find(box, 'ipma'), { version, flags } = given.full();
  for (let left = given.number(4); left > 0; left -= 1) {
    const id = given.number(version ? 4 : 2), own = new Map();
    for (let count = given.number(1); count > 0; count -= 1) {
      const index = flags & 1 ? given.number(2) & 0x7fff : given.number(1) & 0x7f;
      if (all[index - 1]) own.set(...all[index - 1]);
    }
    found.set(id, own);
  }
  return found;
}

const again = (reader) => new Reader(reader.bytes, reader.at, reader.end);
const hex = (value) => value.toString(16).toUpperCase();

/** How WebCodecs is told what an item is coded in (ISO/IEC 14496-15 annex E; the AV1 binding). */
function codec(own) {
  const record = (type) => own.has(type) && again(own.get(type)).take(own.get(type).end - own.get(type).at);
  const hevc = record('hvcC'), av1 = record('av1C'), avc = record('avcC');
  if (hevc) {
    let compatible = 0;
    for (let bit = 0; bit < 32; bit += 1) if (hevc[2 + (bit >> 3)] >> (7 - (bit & 7)) & 1) compatible += 2 ** bit;
    const held = [...hevc.subarray(6, 12)];
    while (held.length && held.at(-1) === 0) held.pop();
    const profile = `${['', 'A', 'B', 'C'][hevc[1] >> 6]}${hevc[1] & 31}`;
    return { codec: ['hvc1', profile, hex(compatible), `${hevc[1] >> 5 & 1 ? 'H' : 'L'}${hevc[12]}`, ...held.map(hex)].join('.'), description: hevc };
  }
  if (av1) {
    const two = (value) => String(value).padStart(2, '0'), depth = av1[2] >> 6 & 1 ? (av1[2] >> 5 & 1 ? 12 : 10) : 8;
    return { codec: `av01.${av1[1] >> 5}.${two(av1[1] & 31)}${av1[2] >> 7 ? 'H' : 'M'}.${two(depth)}` };
  }
  if (avc) return { codec: `avc1.${[...avc.subarray(1, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`, description: avc };
  throw new TypeError('a picture in a coding that is not known');
}

/** A file taken apart: its size before turning, its tiles in their places, and how it is turned. */
export function parsed(bytes) {
  const meta = find(new Reader(bytes), 'meta');
  meta.full();
  const box = Object.fromEntries([...meta.boxes()]);
  const places = locations(box.iloc), kinds = types(box.iinf), owned = properties(box.iprp);
  const made = box.iref ? references(box.iref, 'dimg') : new Map();
  box.pitm.full();
  const primary = box.pitm.number(2), own = owned.get(primary);
  const data = (id) => {
    const { method, extents } = places.get(id), from = method === 1 ? box.idat.at : 0;
    const parts = extents.map(([offset, length]) => bytes.subarray(from + offset, from + offset + length));
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    parts.reduce((at, part) => { whole.set(part, at); return at + part.length; }, 0);
    return whole;
  };
  const size = (of) => { const ispe = again(of.get('ispe')); ispe.full(); return [ispe.number(4), ispe.number(4)]; };
  const coded = (id, x, y) => ({ x, y, ...codec(owned.get(id)), size: size(owned.get(id)), data: data(id) });
  let [width, height] = size(own), tiles = [coded.bind(null, primary, 0, 0)];
  if (kinds.get(primary) === 'grid') {
    const grid = new Reader(data(primary)), { 1: flags } = grid.bytes;
    grid.number(2);
    grid.number(1);
    const columns = grid.number(1) + 1, wide = flags & 1 ? 4 : 2;
    [width, height] = [grid.number(wide), grid.number(wide)];
    const [across, down] = size(owned.get(made.get(primary)[0]));
    tiles = made.get(primary).map((id, place) => () => coded(id, place % columns * across, Math.floor(place / columns) * down));
  }
  const turn = own.has('irot') ? again(own.get('irot')).number(1) & 3 : 0;
  const mirror = own.has('imir') ? again(own.get('imir')).number(1) & 1 : null;
  return { width, height, tiles: tiles.map((tile) => tile()), turn, mirror };
}

/** Decodes the tiles onto a canvas. */
async function drawn({ width, height, tiles }) {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const pen = canvas.getContext('2d');
  let failed;
  const decoder = new VideoDecoder({
    output: (frame) => {
      const tile = tiles[frame.timestamp];
      pen.drawImage(frame, tile.x, tile.y);
      frame.close();
    },
    error: (error) => { failed = error; },
  });
  try {
    for (const [timestamp, tile] of tiles.entries()) {
      const [codedWidth, codedHeight] = tile.size, { codec: name, description } = tile;
      if (timestamp === 0) decoder.configure({ codec: name, description, codedWidth, codedHeight, hardwareAcceleration: 'no-preference' });
      decoder.decode(new EncodedVideoChunk({ type: 'key', timestamp, data: tile.data }));
    }
    await decoder.flush();
  } finally {
    if (decoder.state !== 'closed') decoder.close();
  }
  if (failed) throw failed;
  return canvas;
}

/** The picture upright: quarter turns against the clock, then the mirror (ISO/IEC 23008-12, 6.5.10 and 6.5.12). */
function upright(canvas, { turn, mirror }) {
  if (!turn && mirror === null) return canvas;
  const out = document.createElement('canvas');
  [out.width, out.height] = turn % 2 ? [canvas.height, canvas.width] : [canvas.width, canvas.height];
  const pen = out.getContext('2d');
  pen.translate(out.width / 2, out.height / 2);
  if (mirror !== null) pen.scale(mirror === 1 ? -1 : 1, mirror === 0 ? -1 : 1);
  pen.rotate(-turn * Math.PI / 2);
  pen.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
  return out;
}

/** A canvas with the picture; fails where the file is no HEIF or this browser has no decoder for it. */
export default async function heif(file) {
  const picture = parsed(new Uint8Array(await file.arrayBuffer()));
  const { codec: name, size: [codedWidth, codedHeight], description } = picture.tiles[0];
  const { supported } = await VideoDecoder.isConfigSupported({ codec: name, codedWidth, codedHeight, description });
  if (!supported) throw new TypeError(`no decoder for ${name}`);
  return upright(await drawn(picture), picture);
}
