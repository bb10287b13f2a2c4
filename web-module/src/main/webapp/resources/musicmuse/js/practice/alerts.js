import { html } from './dom.js';

/** The one place where the room says what went wrong and what to do. */
export class Alerts {
  /** @param {HTMLElement} root has role="alert" */
  constructor(root, messages) {
    this.root = root;
    this.messages = messages;
  }

  /**
   * @param {'error' | 'notice'} kind a notice is passing, an error ended something
   * @param {string} key message key without `practice.js.`
   * @param {string} [errorId] under which the server's log tells more
   */
  show(kind, key, errorId) {
    const text = [html('span', { text: this.messages.text(key) })];
    if (errorId) text.push(html('small', { text: this.messages.text('errorId', errorId) }));
    this.root.dataset.kind = kind;
    this.root.dataset.message = key;
    this.root.replaceChildren(...text);
  }

  clear() {
    this.root.replaceChildren();
    delete this.root.dataset.message;
  }

  /** Clears a message that is still the one shown. */
  clearIf(key) {
    if (this.root.dataset.message === key) this.clear();
  }
}
