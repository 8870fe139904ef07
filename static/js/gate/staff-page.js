// The scanner in the browser of a member of staff: gate and token come with the page.
import run from './scanner.js';

run(document.querySelector('[data-gate]'), JSON.parse(document.getElementById('gate-config').textContent));
