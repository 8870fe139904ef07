// Rows are dragged, or moved with the arrow keys while their number has the focus; the numbers follow. Nothing is sent before the button
// is pressed, and typing numbers does the same without this file.
export default function reorder(list) {
  const rows = () => [...list.children];
  const number = () => rows().forEach((row, place) => { row.querySelector('input').value = place + 1; });
  let dragged = null;

  list.addEventListener('pointerdown', (event) => {
    const grip = event.target.closest('.roster-grip');
    if (!grip) return;
    event.preventDefault();
    dragged = grip.closest('li');
    dragged.classList.add('roster-moving');
    list.setPointerCapture(event.pointerId);
  });
  list.addEventListener('pointermove', (event) => {
    if (!dragged) return;
    const over = rows().find((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return event.clientY >= top && event.clientY < bottom;
    });
    if (!over || over === dragged) return;
    const after = rows().indexOf(over) > rows().indexOf(dragged);
    over[after ? 'after' : 'before'](dragged);
    number();
  });
  const drop = () => {
    dragged?.classList.remove('roster-moving');
    dragged = null;
  };
  list.addEventListener('pointerup', drop);
  list.addEventListener('pointercancel', drop);

  list.addEventListener('keydown', (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const row = event.target.closest('li');
    if (!step || !row) return;
    event.preventDefault();
    const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    other[step < 0 ? 'before' : 'after'](row);
    number();
    event.target.focus();
  });

  // A number that is typed moves its row at once.
  list.addEventListener('change', (event) => {
    const row = event.target.closest('li');
    const wished = Number.parseInt(event.target.value, 10);
    if (!row || Number.isNaN(wished)) return;
    const others = rows().filter((one) => one !== row);
    const before = others[Math.max(0, wished - 1)];
    if (before) before.before(row); else list.append(row);
    number();
    event.target.focus();
  });
}
