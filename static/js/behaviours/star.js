// Puts sessions into the visitor's agenda without leaving the page: the same form, told that nobody reads its answer.
export default function star(form) {
  form.addEventListener('submit', async (event) => {
    const button = event.submitter;
    if (!button) return;
    event.preventDefault();
    const on = button.getAttribute('aria-pressed') === 'true';
    const asked = new URLSearchParams(new FormData(form));
    asked.set('quiet', '1');
    try {
      const answer = await fetch(button.formAction, { method: 'POST', body: asked, redirect: 'manual' });
      if (answer.status !== 204) throw answer;
      button.setAttribute('aria-pressed', !on);
      button.formAction = button.formAction.replace(on ? /remove$/ : /add$/, on ? 'add' : 'remove');
    } catch {
      form.action = button.formAction;
      form.submit();
    }
  });
}
