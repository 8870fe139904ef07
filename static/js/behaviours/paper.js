// A link to a paper opens it in place, beside the facts it is compared with, and a second time closes it. It is fetched once,
// when it is asked for. Without this script, or with a key that asks for a tab, the link is a link.
export default function paper(link) {
  const reader = document.getElementById('reader');
  const body = reader.parentElement;
  const [title, tab, close] = reader.querySelectorAll('h2, header a, header button');
  const place = reader.querySelector('.reader-paper');
  let sheet;

  const put = (open) => {
    reader.hidden = !open;
    body.classList.toggle('is-reading', open);
    for (const other of body.querySelectorAll('[data-behaviour=paper]')) other.setAttribute('aria-expanded', String(open && other === link));
    if (!open) return link.focus({ preventScroll: true });
    title.textContent = link.dataset.title;
    tab.href = link.href;
    sheet ??= draw();
    place.replaceChildren(sheet);
    reader.focus({ preventScroll: true });
    if (matchMedia('(max-width: 64rem)').matches) reader.scrollIntoView();
  };
  const draw = () => {
    const isPicture = link.dataset.kind === 'picture';
    const drawn = document.createElement(isPicture ? 'img' : 'iframe');
    drawn[isPicture ? 'alt' : 'title'] = link.dataset.title;
    // Readers of PDF show the page as wide as the frame, without a strip of small ones beside it.
    drawn.src = isPicture ? link.href : `${link.href}#navpanes=0&view=FitH`;
    return drawn;
  };
  const isOpen = () => link.getAttribute('aria-expanded') === 'true';

  link.setAttribute('aria-expanded', 'false');
  link.setAttribute('aria-controls', reader.id);
  link.setAttribute('role', 'button');
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    put(!isOpen());
  });
  close.addEventListener('click', () => { if (isOpen()) put(false); });
  body.addEventListener('keydown', (event) => { if (event.key === 'Escape' && isOpen()) put(false); });
}
