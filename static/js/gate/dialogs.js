// The two dialogs: a badge number typed by hand, and a supervisor's word against a refusal. The scanner goes on reading behind both.
import { number } from './scans.js';

export function byHand(dialog, onNumber) {
  if (!dialog) return () => {};
  const form = dialog.querySelector('form');
  form.addEventListener('submit', (event) => {
    if (event.submitter?.value === 'cancel') return;
    const typed = number(form.elements.number.value);
    if (!typed) { event.preventDefault(); form.elements.number.focus(); return; }
    onNumber({ by_hand: { number: typed, face_matches: form.elements.face_matches.checked } });
    form.reset();
  });
  return () => { dialog.showModal(); form.elements.number.focus(); };
}

export function override(dialog, onReason) {
  if (!dialog) return () => {};
  const form = dialog.querySelector('form');
  let refused;
  form.addEventListener('submit', (event) => {
    if (event.submitter?.value === 'cancel') return;
    const reason = form.elements.reason.value.trim();
    if (!reason) { event.preventDefault(); form.elements.reason.focus(); return; }
    onReason(refused, { override: { reason } });
    form.reset();
  });
  return (scan) => { refused = scan; dialog.showModal(); form.elements.reason.focus(); };
}
