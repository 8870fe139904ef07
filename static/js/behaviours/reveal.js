// A form whose answer holds a region of this page: the region takes the place of ours and the button goes. Each asking is a
// POST of its own, so that nothing is shown that was not asked for.
export default function reveal(form) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    if (button.disabled) return;
    button.disabled = true;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'text/html' } });
      if (!answer.ok || answer.redirected) throw new Error(`answered ${answer.status}`);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById(form.dataset.region);
      if (!fresh) throw new Error('nothing to show');
      document.getElementById(form.dataset.region).replaceWith(document.adoptNode(fresh));
      form.remove();
    } catch {
      form.submit();
    }
  });
}
