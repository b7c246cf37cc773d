/** Whether the focus is in this place or nowhere: what comes late takes it from nobody who writes elsewhere. */
export const mayTakeFocus = (place: Element | null): boolean =>
  document.activeElement === document.body || place?.contains(document.activeElement) === true;

/** What this place holds is done and goes: the focus goes on with what can be done with the claim. */
export function focusMoves(leaving: Element | null): void {
  if (mayTakeFocus(leaving)) (document.getElementById('moves') ?? document.getElementById('main'))?.focus();
}
