import { h } from './dom.js';
import { t } from './texts.js';

let count = 0;

/** A row of a section: label and text. A row without a value is shown empty. */
export function textRow(label, value) {
  return h('div', { className: 'row' }, h('span', { className: 'label' }, t(label)), h('span', {}, value ?? ''));
}

/**
 * A row whose value stands in an input, set by script: no attribute and no text of the page holds it. `edit` turns what
 * was typed into what is sent to be saved; without it the input is read-only.
 */
export function inputRow(label, value, edit) {
  count += 1;
  const id = `f${count}`;
  const input = h('input', { id, type: 'text', readOnly: !edit, autocomplete: 'off' });
  input.value = value ?? '';
  if (edit) pending.set(input, { initial: input.value, edit });
  return h('div', { className: 'row' }, h('label', { className: 'label', htmlFor: id }, t(label)), input);
}

export function box(title, ...rows) {
  return h('div', { className: 'box' }, h('h3', {}, t(title)), ...rows);
}

const pending = new Map();

/** What was typed into the inputs that are on the page, as one edit. */
export function typedEdit() {
  const edits = [...pending]
    .filter(([input, { initial }]) => input.isConnected && input.value !== initial)
    .map(([input, { edit }]) => edit(input.value.trim() || null));
  return Object.assign({}, ...edits);
}

export function forgetInputs() {
  pending.clear();
}
