// A part of a form that only some answers ask for: it is shown while the field named in data-on has one of data-values, or none
// of data-unless. What is hidden is still sent; without this script everything is shown and its hint says when it matters.
export default function depends(part) {
  const { on, values, unless } = part.dataset;
  const fields = [...part.closest('form').querySelectorAll(`[name="${on}"]`)];
  const among = (list, value) => list.split(' ').includes(value);
  const show = () => {
    const value = (fields.find((field) => field.checked) ?? fields.find((field) => field.type !== 'radio'))?.value ?? '';
    part.hidden = values ? !among(values, value) : among(unless, value);
  };
  for (const field of fields) field.addEventListener('change', show);
  show();
}
