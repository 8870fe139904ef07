// The button of a list of ticks says how many are ticked: data-none, data-one and data-many, in which {n} is the number.
export default function countTicks(form) {
  const button = form.querySelector('[data-counts]');
  const words = button.dataset;
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const say = () => {
    const ticked = form.querySelectorAll(`input[name="${words.counts}"]:checked`).length;
    button.textContent = ticked === 0 ? words.none : ticked === 1 ? words.one : words.many.replace('{n}', number.format(ticked));
  };
  form.addEventListener('change', say);
  // Coming back by the history, the browser ticks as it was left.
  addEventListener('pageshow', say);
  say();
}
