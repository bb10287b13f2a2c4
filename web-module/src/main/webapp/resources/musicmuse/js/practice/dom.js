const SVG = 'http://www.w3.org/2000/svg';

/** A new HTML element. `attributes.text` is its text, `attributes.class` its classes; false and undefined are left out. */
export function html(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** A new SVG element, as {@link html}. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, { text, ...attributes }, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  if (text !== undefined) element.textContent = text;
  element.append(...children);
  return element;
}

/** Text for screen readers only. */
export function spoken(text) {
  return html('span', { class: 'room-spoken', text });
}

/** Scrolls to an element; without movement where the person asked for none. */
export function bringIntoView(element, block) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block, behavior: still ? 'instant' : 'smooth' });
}
