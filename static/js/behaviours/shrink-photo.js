// A photo field: the picture is made small before it is sent (1,200 pixels and 200 KB at most), turned as the camera meant it,
// and shown in <img data-photo-of="field name">. Where the browser cannot, the file goes as it is and the server does the work.
const SIDE = 1200;
const BYTES = 200 * 1024;

async function shrunk(file) {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  if (scale === 1 && file.size <= BYTES) return file;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  for (const quality of [.88, .8, .7, .6]) {
    const blob = await new Promise((done) => { canvas.toBlob(done, 'image/jpeg', quality); });
    if (blob && (blob.size <= BYTES || quality === .6)) {
      return new File([blob], file.name.replace(/\.[^.]*$/, '') + '.jpg', { type: 'image/jpeg' });
    }
  }
  return file;
}

export default function shrinkPhoto(input) {
  input.addEventListener('change', async () => {
    const [file] = input.files;
    if (!file) return;
    try {
      const small = await shrunk(file);
      if (input.files[0] !== file) return;
      const carrier = new DataTransfer();
      carrier.items.add(small);
      input.files = carrier.files;
      const shown = document.querySelector(`[data-photo-of="${CSS.escape(input.name)}"]`);
      if (shown) shown.src = URL.createObjectURL(small);
    } catch {
      // Not a picture this browser can read: the server says what is wrong with it.
    }
  });
}
