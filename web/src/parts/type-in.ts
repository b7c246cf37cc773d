/**
 * Writes into a field as if it was typed, in place of what is marked: the field's own undo takes it back. Whoever sets the
 * value of a field in code takes away all that could be undone in it.
 */
export function typeIn(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  // Called deprecated; nothing else keeps what can be undone.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
