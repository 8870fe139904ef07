// Fetches the page anew every so often (data-every, milliseconds) while its element stands in it, and swaps its regions:
// for work that comes to an end by itself. A hidden tab rests.
import { swap } from '../swap.js';

export default function follow(element) {
  const timer = setInterval(() => {
    if (!element.isConnected) clearInterval(timer);
    else if (!document.hidden) swap(location.href);
  }, Number(element.dataset.every) || 5000);
}
