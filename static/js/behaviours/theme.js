// Light, dark or as the device: seen at once, told to the server behind it.
export default function theme(form) {
  form.addEventListener('submit', (event) => {
    const button = event.submitter;
    if (!button) return;
    event.preventDefault();
    document.documentElement.dataset.theme = button.value;
    const tick = form.querySelector('.icon');
    for (const other of form.querySelectorAll('button')) other.setAttribute('aria-pressed', other === button);
    if (tick) button.append(tick);
    const told = new URLSearchParams(new FormData(form));
    told.set(button.name, button.value);
    fetch(form.action, { method: 'POST', body: told, redirect: 'manual' }).catch(() => {});
  });
}
