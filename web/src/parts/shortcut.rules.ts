/** PURE: a key as it is printed on a button, and as `aria-keyshortcuts` names it. */

const spoken: Readonly<Record<string, string>> = { Ctrl: 'Control', '⌘': 'Meta', '⇧': 'Shift', '↵': 'Enter' };

export const ariaOf = (printed: string): string =>
  printed
    .split(' ')
    .map((part) => spoken[part] ?? part)
    .join('+');
