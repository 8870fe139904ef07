// The dialogs: a badge number typed by hand, a supervisor's word against a refusal, and what the server would not have. The scanner
// goes on reading behind them.
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

// `list` gives the lines to read; `onRead` when they were read and may go.
export function rejected(dialog, list, onRead) {
  if (!dialog) return () => {};
  dialog.querySelector('form').addEventListener('submit', (event) => { if (event.submitter?.value === 'read') onRead(); });
  return () => {
    const line = (text) => Object.assign(document.createElement('li'), { textContent: text });
    dialog.querySelector('ul').replaceChildren(...list().map(line));
    dialog.showModal();
  };
}
