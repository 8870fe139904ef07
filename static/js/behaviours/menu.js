// A <details> used as a menu: it closes on Escape, on a click elsewhere and when the focus leaves it.
export default function menu(details) {
  const close = () => { details.open = false; };
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    close();
    details.querySelector('summary').focus();
    event.stopPropagation();
  });
  details.addEventListener('focusout', (event) => { if (event.relatedTarget && !details.contains(event.relatedTarget)) close(); });
  document.addEventListener('click', (event) => { if (!details.contains(event.target)) close(); });
}
