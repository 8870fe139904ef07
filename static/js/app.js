// Every page works as plain HTML; this file improves what asks for it. An element names its behaviours in
// data-behaviour="one two"; each is a module of its own name whose default export gets the element, once.
const done = new WeakMap();

export async function improve(root) {
  const asking = [...root.querySelectorAll('[data-behaviour]')];
  if (root instanceof Element && root.matches('[data-behaviour]')) asking.unshift(root);
  for (const element of asking) {
    const had = done.get(element) ?? new Set();
    done.set(element, had);
    for (const name of element.dataset.behaviour.split(/\s+/)) {
      if (had.has(name) || !/^[a-z-]+$/.test(name)) continue;
      had.add(name);
      import(`./behaviours/${name}.js`).then(({ default: behaviour }) => behaviour(element)).catch(console.error);
    }
  }
}

document.documentElement.classList.add('enhanced');
document.querySelector('.nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
improve(document);
