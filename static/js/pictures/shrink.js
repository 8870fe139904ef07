// A picture made small before it is sent: 1,200 pixels and 200 KB at most, turned as the camera meant it. What this browser
// cannot read (HEIC, where it has no decoder for it) goes as it is, and the server says what is wrong with it.
export const SIDE = 1200;
export const BYTES = 200 * 1024;

/** The size that a picture is drawn in: no side longer than `side`, never larger than it is. */
export function fitted(width, height, side = SIDE) {
  const scale = Math.min(1, side / Math.max(width, height));
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}

/** Opens a picture, upright. Some browsers read more formats in an image element than as a bitmap. */
export async function open(file) {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    const image = new Image();
    image.src = URL.createObjectURL(file);
    try {
      await image.decode();
      return image;
    } catch {
      const { default: heif } = await import('./heif.js');
      return await heif(file);
    } finally {
      URL.revokeObjectURL(image.src);
    }
  }
}

export const widthOf = (picture) => picture.naturalWidth ?? picture.width;
export const heightOf = (picture) => picture.naturalHeight ?? picture.height;

/** A canvas as JPEG of at most `BYTES`, or as small as it gets. */
export async function encoded(canvas, bytes = BYTES) {
  let smallest;
  for (const quality of [.9, .82, .74, .64, .54]) {
    smallest = await new Promise((done) => { canvas.toBlob(done, 'image/jpeg', quality); });
    if (!smallest || smallest.size <= bytes) break;
  }
  return smallest;
}

export const named = (blob, name) => new File([blob], `${name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' });

/** The file made small, or itself where it is small already or cannot be read here. */
export async function shrunk(file) {
  let picture;
  try { picture = await open(file); } catch { return file; }
  const [width, height] = fitted(widthOf(picture), heightOf(picture));
  if (width === widthOf(picture) && file.size <= BYTES && file.type === 'image/jpeg') return file;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(picture, 0, 0, width, height);
  picture.close?.();
  const blob = await encoded(canvas);
  return blob && blob.size < file.size ? named(blob, file.name) : file;
}
