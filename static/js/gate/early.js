// Runs before everything else, as a plain script: keeps what a hand scanner types while the page's modules are still on their way.
// The page takes the keys over (wedge.js) and removes this listener.
(() => {
  const keys = [];
  const keep = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    keys.push({ code: event.code, key: event.key, time: event.timeStamp });
    if (event.key === 'Enter' || event.key === 'Tab') event.preventDefault();
  };
  addEventListener('keydown', keep, { capture: true });
  window.earlyKeys = () => { removeEventListener('keydown', keep, { capture: true }); return keys.splice(0); };
})();
