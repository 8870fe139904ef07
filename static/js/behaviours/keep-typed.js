// The language switch keeps what was typed: the fields of the page's forms wait in this tab's session, each under the address that
// its form is sent to, and are put back where that form is seen next, which after a mistake may be another page.
const forms = () => [...document.querySelectorAll('main form[method=post]')];
const keyOf = (form) => `typed ${new URL(form.action, location).pathname}`;
export const fields = (form) => [...form.elements]
  .filter((field) => field.name && !['hidden', 'password', 'file', 'submit'].includes(field.type) && !field.matches('button, fieldset'));

export function fill(form, waiting) {
  for (const field of fields(form)) {
    const choice = ['checkbox', 'radio'].includes(field.type);
    const found = waiting.findIndex(([name, value]) => name === field.name && (!choice || value === field.value));
    if (found < 0) continue;
    const [[, value, checked]] = waiting.splice(found, 1);
    if (choice) field.checked = checked; else field.value = value;
    if (field instanceof HTMLSelectElement) field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

export default function keepTyped(switching) {
  switching.addEventListener('submit', () => {
    for (const form of forms()) {
      const typed = fields(form).map((field) => [field.name, field.value, field.checked]);
      if (typed.length) sessionStorage.setItem(keyOf(form), JSON.stringify(typed));
    }
  });
  for (const form of forms()) {
    const kept = sessionStorage.getItem(keyOf(form));
    if (!kept || !fields(form).length) continue;
    sessionStorage.removeItem(keyOf(form));
    fill(form, JSON.parse(kept));
  }
}
