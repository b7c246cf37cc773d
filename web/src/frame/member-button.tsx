/** Who is signed in. What it opens is loaded when it is first wanted. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../language/words.js';
import { Fault } from '../parts/fault.js';
import { Foreign } from '../parts/foreign.js';
import { Icon } from '../parts/icon.js';
import { late } from '../parts/late.js';
import { signOut, useMe, WordsUnsent } from '../session/session.js';

export const MemberMenu = late(() => import('./member-menu.js').then((part) => part.MemberMenu));
const load = (): void => {
  // Where it fails, it is said when it is opened.
  MemberMenu.preload().catch(() => undefined);
};

/** How long whoever was told that words are only here can sign out all the same. */
const toldForMs = 60_000;

export function MemberButton() {
  const words = useWords();
  const me = useMe();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  const leaving = useMutation({ mutationFn: signOut });
  const isUnsent = leaving.error instanceof WordsUnsent;
  const { reset } = leaving;
  useEffect(() => {
    if (!isUnsent) return undefined;
    // By then it may have been sent, or other words may be here only: it is looked at anew.
    const timer = setTimeout(reset, toldForMs);
    return () => {
      clearTimeout(timer);
    };
  }, [isUnsent, reset]);
  const toggle = (): void => {
    setOpen((before) => !before);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button quiet member"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={words('frame.member', { name: me.name })}
        onClick={toggle}
        onPointerEnter={load}
        onFocus={load}
      >
        <Icon name="person" />
        <Foreign text={me.name} />
      </button>
      {open && (
        <MemberMenu
          button={button}
          onClose={() => {
            setOpen(false);
          }}
          onSignOut={() => {
            // Who was told that some of it is only here, and says it again, means it.
            const sendLeft = async (): Promise<boolean> => {
              const drafts = await import('../drafts/send-left.js');
              return (await drafts.sendLeft(me.id)).length === 0;
            };
            const onGone = (): void => {
              queries.clear();
            };
            if (!leaving.isPending) leaving.mutate({ anyway: isUnsent, sendLeft, onGone });
          }}
        />
      )}
      {leaving.error && (
        <div className="below-bar">
          {isUnsent ? (
            <p className="notice attention" role="alert">
              {words('signOut.unsent')}
            </p>
          ) : (
            <Fault error={leaving.error} />
          )}
        </div>
      )}
    </>
  );
}
