// What can be taken back for some seconds counts them, and is gone when they are over: data-counting is the text with {n}.
export default function countdown(element) {
  const text = element.querySelector('span');
  const ends = performance.now() + Number(element.dataset.seconds) * 1000;
  const timer = setInterval(() => {
    const left = Math.ceil((ends - performance.now()) / 1000);
    if (!element.isConnected || left <= 0) {
      clearInterval(timer);
      element.remove();
    } else {
      // Not read out each second: the text was announced when it came.
      element.setAttribute('role', 'presentation');
      text.textContent = element.dataset.counting.replace('{n}', left);
    }
  }, 1000);
}
