/** A button with its key printed on it. Where it may not be pressed it stays where focus finds it, and says why. */
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import type { KeyName } from '../keys/keys.js';
import { Shortcut } from '../keys/shortcut.js';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'disabled' | 'onClick'> {
  kind?: 'primary' | 'plain' | 'quiet';
  /** The key that does the same: it is printed on it. */
  shortcut?: KeyName | undefined;
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
      title={refused}
      onClick={(event) => {
        if (off) event.preventDefault();
        else onPress?.();
      }}
    >
      {children}
      {shortcut !== undefined && <Shortcut of={shortcut} />}
    </button>
  );
}
