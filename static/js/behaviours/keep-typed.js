// The language switch keeps what was typed: the fields of the page wait in this tab's session and are put back after.
const KEY = `typed ${location.pathname}`;
const fields = () => [...document.querySelectorAll('main :is(input, select, textarea)[name]')]
  .filter((field) => !['hidden', 'password', 'file', 'submit'].includes(field.type));

export default function keepTyped(form) {
  form.addEventListener('submit', () => {
    const typed = fields().map((field) => [field.name, field.value, field.checked]);
    sessionStorage.setItem(KEY, JSON.stringify(typed));
  });
  const kept = sessionStorage.getItem(KEY);
  if (!kept) return;
  sessionStorage.removeItem(KEY);
  const waiting = JSON.parse(kept);
  for (const field of fields()) {
    const choice = ['checkbox', 'radio'].includes(field.type);
    const found = waiting.findIndex(([name, value]) => name === field.name && (!choice || value === field.value));
    if (found < 0) continue;
    const [[, value, checked]] = waiting.splice(found, 1);
    if (choice) field.checked = checked; else field.value = value;
  }
}
