// A portrait's field: the plain file field stays what it is, and gets a preview with an oval, a tool to cut and turn, and an
// upload that begins at once and survives a cut line. The form may be sent at any time; it waits for the rest of the picture,
// and a second press sends it as it is.
// Most pages never kept a picture, and need nothing of what keeps one.
const mayBeKept = () => { try { return localStorage.getItem('plenipo pictures') === '1'; } catch { return false; } };

export default function portrait(field) {
  const form = field.closest('form');
  const input = field.querySelector('input[type=file]');
  const hidden = field.querySelector('input[type=hidden]');
  const shown = field.querySelector('img.portrait');
  const said = field.querySelector('output');
  const texts = field.dataset;
  const key = `${location.pathname} ${input.name}`;
  const before = shown.src;
  let tools, editor, upload, finished = true, waiting;

  const say = (text) => { said.textContent = text; };
  const kilobytes = (bytes) => Math.ceil(bytes / 1024).toLocaleString(document.documentElement.lang);
  const tell = ({ sent, size, cut }) => {
    const text = cut ? texts.cut : texts.sending;
    say(text.replace('{sent}', kilobytes(sent)).replace('{size}', kilobytes(size)));
  };

  /** What only a chosen picture needs is loaded then. */
  async function load() {
    if (tools) return tools;
    const [{ default: Editor }, { default: Upload }, kept] = await Promise.all([import('../pictures/editor.js'), import('../pictures/upload.js'), import('../pictures/kept.js')]);
    const sheet = document.createElement('link');
    Object.assign(sheet, { rel: 'stylesheet', href: texts.sheet });
    document.head.append(sheet);
    field.append(field.querySelector('template').content.cloneNode(true));
    editor = new Editor(field.querySelector('.portrait-tool'), changed);
    tools = { Upload, kept };
    return tools;
  }

  function put(file) {
    const carrier = new DataTransfer();
    carrier.items.add(file);
    input.files = carrier.files;
    shown.src = URL.createObjectURL(file);
  }

  async function choose(file) {
    upload?.stop();
    hidden.value = '';
    await load();
    if (await editor.open(file)) return;
    editor.tool.hidden = true;
    shown.src = before;
    finished = true;
    say(/hei[cf]/i.test(file.type + file.name) ? texts.heic : texts.unreadable);
  }

  async function changed(file) {
    put(file);
    await send(file);
  }

  async function send(file, begun) {
    const { Upload, kept } = await load();
    upload?.stop();
    hidden.value = '';
    finished = false;
    const mine = new Upload(file, file.name, form.elements.form_token.value, { told: tell, begun: (id) => kept.keep(key, id, file) });
    upload = mine;
    try {
      const id = await mine.run(begun);
      if (upload !== mine) return;
      hidden.value = id;
      say(texts.sent.replace('{size}', kilobytes(file.size)));
    } catch {
      // Not wanted this way, or another picture was chosen: the form carries the file itself.
      if (upload !== mine) return;
      say('');
    }
    finished = true;
    if (waiting) { const press = waiting; waiting = undefined; form.requestSubmit(press === form ? undefined : press); }
  }

  input.addEventListener('change', () => { if (input.files[0]) choose(input.files[0]); });
  if (input.files[0]) choose(input.files[0]);
  form.addEventListener('submit', (event) => {
    if ((!finished || editor?.pending) && !waiting) {
      event.preventDefault();
      event.stopImmediatePropagation();
      waiting = event.submitter ?? form;
      if (editor?.pending) { editor.settle(); return; }
      tell({ sent: upload?.sent ?? 0, size: input.files[0]?.size ?? 0 });
      return;
    }
    waiting = undefined;
    // What is on the server already is not sent again.
    if (hidden.value) input.value = '';
  }, { capture: true });

  const take = field.querySelector('[data-take]');
  if (matchMedia('(pointer: coarse)').matches) {
    // A telephone opens its own camera.
    const own = Object.assign(document.createElement('input'), { type: 'file', accept: 'image/*', capture: 'user', hidden: true });
    own.addEventListener('change', () => { if (own.files[0]) choose(own.files[0]); });
    take.hidden = false;
    take.addEventListener('click', () => own.click());
  } else if (navigator.mediaDevices?.getUserMedia) {
    take.hidden = false;
    take.addEventListener('click', async () => {
      take.disabled = true;
      try {
        const [{ default: taken }] = await Promise.all([import('../pictures/webcam.js'), load()]);
        const file = await taken(field.querySelector('.portrait-camera'));
        if (file) await choose(file);
      } catch { say(texts.noCamera); }
      take.disabled = false;
      take.focus();
    });
  }

  // A picture that was on its way when this page was left goes on.
  if (mayBeKept() && !hidden.value) {
    load().then(async ({ kept }) => {
      const found = await kept.kept(key);
      if (!found || input.files.length) return;
      const answer = await fetch(`/uploads/${found.id}`).catch(() => undefined);
      if (answer && !answer.ok) return kept.forget(key);
      const file = new File([found.file], found.name, { type: found.file.type });
      put(file);
      await send(file, found.id);
    });
  }
}
