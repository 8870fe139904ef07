// A double tap sends a form once. Coming back to the page by the history makes it ready again.
export default function submitOnce(form) {
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    if (sent) return event.preventDefault();
    sent = true;
    event.submitter?.setAttribute('aria-busy', 'true');
  });
  addEventListener('pageshow', () => {
    sent = false;
    form.querySelector('[aria-busy]')?.removeAttribute('aria-busy');
  });
}
