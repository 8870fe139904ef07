// Takes the reader to what matters on this page: the list of errors, a code to type.
export default function focus(element) {
  element.focus({ preventScroll: false });
}
