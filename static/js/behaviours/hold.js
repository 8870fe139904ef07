// What was typed is held in this tab until the server has it. A line that is cut while a form is on its way leaves a page of the
// browser's own, and one comes back from there to a form as the server knows it. The form says what it was shown with (`seen` or
// `version`): as long as the server says the same, what was held is put back.
import { fields, fill } from './keep-typed.js';

const START = 'held ';

export default function hold(form) {
  const sent = new URL(form.action, location);
  const key = START + sent.pathname;
  const { seen, version, back } = form.elements;
  const shown = (seen ?? version).value;
  const keep = () => sessionStorage.setItem(key, JSON.stringify({ shown, typed: fields(form).map((field) => [field.name, field.value, field.checked]) }));

  if (location.search === sent.search) {
    // The answer to a form, with mistakes. Under the page's own address it can be left and come back to.
    history.replaceState(history.state, '', sent.pathname + (back?.value === 'check' ? '?back=check' : ''));
    keep();
  } else {
    const held = JSON.parse(sessionStorage.getItem(key));
    if (held?.shown === shown) fill(form, held.typed);
  }
  for (const other of Object.keys(sessionStorage)) if (other.startsWith(START) && other !== key) sessionStorage.removeItem(other);
  form.addEventListener('submit', keep);
}
