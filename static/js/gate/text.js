// The page's sentences: they come translated with the page, with {names} where figures and names go.
export default function sentences(strings) {
  return (key, values = {}) =>
    (strings[key] ?? key).replace(/\{\s*(\w+)\s*\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
