// Whoever adds one after the other goes on typing in the first field.
export default function focusFirst(form) {
  [...form.querySelectorAll('input:not([type=hidden], [type=file])')].find((field) => field.checkVisibility())?.focus();
}
