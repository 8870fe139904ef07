// One key for a button that shows it: <button data-key="a">. Never while typing, never with Ctrl, Alt or Meta, and off for
// whoever turned single keys off (WCAG 2.1.4): a checkbox with data-keys-switch on the page remembers that.
const OFF = 'keys off';

export default function keys(root) {
  const typing = (at) => at.matches?.('input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]');
  const control = root.querySelector('[data-keys-switch]');
  if (control) {
    control.checked = !localStorage.getItem(OFF);
    control.addEventListener('change', () => control.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, 'yes'));
  }
  document.addEventListener('keydown', (event) => {
    if (!root.isConnected || event.ctrlKey || event.altKey || event.metaKey || event.repeat || typing(event.target) || localStorage.getItem(OFF)) return;
    const target = [...root.querySelectorAll('[data-key]')].find((one) => one.dataset.key.toLowerCase() === event.key.toLowerCase() && !one.disabled);
    if (!target) return;
    event.preventDefault();
    target.matches('input, select, textarea') ? target.focus() : target.click();
  });
}
