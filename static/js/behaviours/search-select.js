// A long select becomes a field that finds: typing narrows the options, whatever the accents; arrows, Enter and Escape work as
// in any list. The select stays and is what the form sends. An option's data-also holds other words to find it by.
const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[_/.,()'’-]+/g, ' ');

export default function searchSelect(root) {
  const select = root.querySelector('select');
  const label = root.querySelector('label');
  const options = [...select.options].filter((option) => option.value)
    .map((option) => ({ option, text: option.textContent.trim(), words: folded(`${option.textContent} ${option.value} ${option.dataset.also ?? ''}`) }));
  const field = document.createElement('input');
  const list = document.createElement('ul');
  const box = document.createElement('div');
  let at = -1, shown = [];

  // What points at the select (its label, a list of errors) now means the field.
  const name = select.id;
  select.id = `${name}-value`;
  box.className = 'finder';
  field.className = select.className;
  Object.assign(field, { type: 'text', autocomplete: 'off', spellcheck: false, id: name, placeholder: select.options[0]?.value ? '' : select.options[0]?.textContent ?? '' });
  for (const about of ['aria-invalid', 'aria-describedby']) if (select.hasAttribute(about)) field.setAttribute(about, select.getAttribute(about));
  for (const [attribute, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'false', 'aria-controls': `${name}-list`, 'aria-autocomplete': 'list' })) field.setAttribute(attribute, value);
  Object.assign(list, { id: `${name}-list`, className: 'finder-list', hidden: true });
  list.setAttribute('role', 'listbox');
  select.hidden = true;
  select.before(box);
  box.append(field, list);
  if (label) label.htmlFor = field.id;

  const chosen = () => options.find(({ option }) => option.selected)?.text ?? '';
  const close = () => { list.hidden = true; at = -1; field.setAttribute('aria-expanded', 'false'); field.removeAttribute('aria-activedescendant'); };
  const choose = (found) => {
    if (found) select.value = found.option.value;
    field.value = chosen();
    close();
    select.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const point = (place) => {
    at = (place + shown.length) % shown.length;
    [...list.children].forEach((line, index) => line.setAttribute('aria-selected', index === at));
    list.children[at].scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', list.children[at].id);
  };
  const open = (typed) => {
    const words = folded(typed).split(' ').filter(Boolean);
    shown = options.filter(({ words: all }) => words.every((word) => all.includes(word))).slice(0, 60);
    // What begins with the word comes first.
    if (words.length) shown.sort((a, b) => b.words.startsWith(words[0]) - a.words.startsWith(words[0]));
    list.replaceChildren(...shown.map((found, index) => {
      const line = document.createElement('li');
      Object.assign(line, { id: `${name}-option-${index}`, textContent: found.text });
      line.setAttribute('role', 'option');
      line.addEventListener('pointerdown', (event) => { event.preventDefault(); choose(found); });
      return line;
    }));
    if (!shown.length) list.append(Object.assign(document.createElement('li'), { className: 'soft', role: 'option', ariaDisabled: 'true', textContent: root.dataset.empty ?? '–' }));
    list.hidden = false;
    at = -1;
    field.setAttribute('aria-expanded', 'true');
  };

  field.value = chosen();
  // What was typed before may be put back from outside.
  select.addEventListener('change', () => { if (document.activeElement !== field && select.value) field.value = chosen(); });
  field.addEventListener('focus', () => { field.select(); });
  field.addEventListener('click', () => { if (list.hidden) open(''); });
  field.addEventListener('input', () => open(field.value));
  // What is typed stays, whether it is in the list or not; the one entry that it can mean is taken for it.
  const settle = () => {
    const typed = field.value.trim();
    if (typed === chosen()) return true;
    const words = folded(typed).split(' ').filter(Boolean);
    const meant = options.filter(({ text, words: all }) => folded(text) === folded(typed) || words.every((word) => all.includes(word)));
    const found = typed && (meant.find(({ text }) => folded(text) === folded(typed)) ?? (meant.length === 1 && meant[0]));
    select.value = found ? found.option.value : '';
    if (found) field.value = chosen();
    select.dispatchEvent(new Event('change', { bubbles: true }));
    return Boolean(found) || !typed;
  };
  const unknown = document.createElement('span');
  Object.assign(unknown, { className: 'error', id: `${name}-unknown`, hidden: true });
  unknown.setAttribute('role', 'status');
  box.after(unknown);
  const mind = () => {
    const known = settle();
    if (known) {
      if (!unknown.hidden) for (const about of ['aria-invalid', 'aria-describedby']) field.removeAttribute(about);
      unknown.hidden = true;
      return true;
    }
    unknown.hidden = false;
    unknown.textContent = (root.dataset.unknown ?? '').replace('{text}', field.value.trim());
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', unknown.id);
    return false;
  };
  // The list goes a moment later: what lies below it must not move away under the finger.
  field.addEventListener('blur', () => { mind(); setTimeout(() => { if (document.activeElement !== field) close(); }, 250); });
  select.form?.addEventListener('submit', (event) => {
    if (mind()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    field.focus();
  }, { capture: true });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) open('');
      if (shown.length) point(event.key === 'ArrowDown' ? at + 1 : at < 0 ? -1 : at - 1);
    } else if (event.key === 'Enter' && !list.hidden && shown.length) {
      event.preventDefault();
      choose(shown[Math.max(at, 0)]);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      field.value = chosen();
      close();
    }
  });
}
