/** A button with its key printed on it. Where it may not be pressed it stays where focus finds it, and says why. */
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { ariaOf } from './shortcut.rules.js';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'disabled' | 'onClick'> {
  kind?: 'primary' | 'plain' | 'quiet';
  /** The key that does the same, as it is printed; undefined also where it is switched off. */
  shortcut?: string | undefined;
  /** Under way: pressing it again does nothing. */
  busy?: boolean;
  /** Why it may not be pressed, in words. */
  refused?: string | undefined;
  onPress?: () => void;
  children: ReactNode;
}

export function Button({
  kind = 'plain',
  shortcut,
  busy = false,
  refused,
  onPress,
  children,
  ...rest
}: Props) {
  const off = busy || refused !== undefined;
  return (
    <button
      type="button"
      {...rest}
      className={`button ${kind}`}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      aria-keyshortcuts={shortcut && ariaOf(shortcut)}
      title={refused}
      onClick={(event) => {
        if (off) event.preventDefault();
        else onPress?.();
      }}
    >
      {children}
      {shortcut !== undefined && <kbd aria-hidden>{shortcut}</kbd>}
    </button>
  );
}
