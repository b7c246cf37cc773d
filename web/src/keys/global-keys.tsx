/** The keys that work on every screen. What they open is loaded when it is first wanted. */
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useKey } from './use-key.js';

const KeyList = lazy(() => import('./key-list.js'));
const Palette = lazy(() => import('./palette.js'));

export function GlobalKeys() {
  const navigate = useNavigate();
  const [open, setOpen] = useState<'keys' | 'palette'>();
  useKey('help', () => {
    setOpen('keys');
  });
  useKey('palette', () => {
    setOpen('palette');
  });
  useKey('search', () => void navigate({ to: '/claims' }));
  const close = (): void => {
    setOpen(undefined);
  };
  return (
    <Suspense>
      {open === 'keys' && <KeyList onClose={close} />}
      {open === 'palette' && <Palette onClose={close} />}
    </Suspense>
  );
}
