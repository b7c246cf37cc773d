/** A list of links that arrows move through, beside Tab; Home and End lead to its ends. */
import type { KeyboardEvent, ReactNode } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function move(event: KeyboardEvent<HTMLElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>(':scope > li > a[href]')];
  const at = links.findIndex((link) => link === document.activeElement);
  if (at === -1) return;
  const step = steps[event.key];
  const to =
    step !== undefined
      ? links[at + step]
      : event.key === 'Home'
        ? links[0]
        : event.key === 'End'
          ? links.at(-1)
          : undefined;
  if (!to) return;
  event.preventDefault();
  to.focus();
}

export const ArrowList = ({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) => (
  <ul aria-label={label} className={className} onKeyDown={move}>
    {children}
  </ul>
);
