// The mark of a category follows what is typed: letter, colour, pattern and word.
export default function categoryMark(form) {
  const mark = form.querySelector('[data-mark]');
  if (!mark) return;
  const value = (name) => form.elements[name]?.value ?? '';
  const draw = () => {
    const colour = value('colour');
    const light = [1, 3, 5].reduce((sum, at, place) => sum + parseInt(colour.slice(at, at + 2), 16) * [.299, .587, .114][place], 0) > 150;
    mark.style.setProperty('--cat', colour);
    mark.style.setProperty('--on-cat', light ? '#17212c' : '#fff');
    const chip = mark.querySelector('.chip');
    chip.className = 'chip';
    chip.querySelector('.chip-letter').textContent = value('letter').toUpperCase();
    chip.querySelector('.chip-pattern').className = `chip-pattern pattern-${value('pattern')}`;
    const name = value(`name_${document.documentElement.lang}`) || value('name_en');
    if (name) chip.querySelector('.chip-word').textContent = name;
  };
  form.addEventListener('input', draw);
  draw();
}
