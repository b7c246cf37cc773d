/** Whether the focus is in this place or nowhere: what comes late takes it from nobody who writes elsewhere. */
export const mayTakeFocus = (place: Element | null): boolean =>
  document.activeElement === document.body || place?.contains(document.activeElement) === true;
