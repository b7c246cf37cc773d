/** Who is signed in. What it opens is loaded when it is first wanted. */
import { lazy, Suspense, useRef, useState } from 'react';
import { useWords } from '../language/words.js';
import { Foreign } from '../parts/foreign.js';
import { Icon } from '../parts/icon.js';
import { useMe } from '../session/session.js';

const load = () => import('./member-menu.js');
const MemberMenu = lazy(load);

export function MemberButton() {
  const words = useWords();
  const me = useMe();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const toggle = (): void => {
    setOpen((before) => !before);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button quiet"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={words('frame.member', { name: me.name })}
        onClick={toggle}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
      >
        <Icon name="person" />
        <Foreign text={me.name} />
      </button>
      <Suspense>
        {open && (
          <MemberMenu
            button={button}
            onClose={() => {
              setOpen(false);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
