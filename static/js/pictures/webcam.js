// The camera of a desk: a live picture behind the oval, and a button that takes it. Telephones open their own camera instead.
/** Shows the camera in `box` until a picture is taken; gives it as a file, or nothing where it was left. */
export default async function taken(box) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: 'user', width: { ideal: 1920 }, height: { ideal: 1440 } } });
  const video = box.querySelector('video');
  const [shoot, leave] = [box.querySelector('[data-act=shoot]'), box.querySelector('[data-act=leave]')];
  try {
    video.srcObject = stream;
    box.hidden = false;
    await video.play();
    shoot.focus();
    const isTaken = await new Promise((done) => {
      shoot.addEventListener('click', () => done(true), { once: true });
      leave.addEventListener('click', () => done(false), { once: true });
      box.addEventListener('keydown', (event) => { if (event.key === 'Escape') done(false); });
    });
    if (!isTaken) return undefined;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    canvas.getContext('2d').drawImage(video, 0, 0);
    const blob = await new Promise((done) => { canvas.toBlob(done, 'image/jpeg', .95); });
    return new File([blob], 'camera.jpg', { type: 'image/jpeg' });
  } finally {
    box.hidden = true;
    for (const track of stream.getTracks()) track.stop();
  }
}
