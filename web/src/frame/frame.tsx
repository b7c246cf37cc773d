/** What every screen stands in: who is signed in, the way to the other screens, and what is said aloud. */
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type ComponentType } from 'react';
import { GlobalKeys, KeyList, Palette } from '../keys/global-keys.js';
import { useWords } from '../language/words.js';
import { LiveState } from '../live/live-updates.js';
import { late, preloadAtRest, type Preloadable } from '../parts/late.js';
import { SignInScreen } from '../session/sign-in-screen.js';
import { SentState } from '../submissions/sent-state.js';
import { useSession } from '../session/session.js';
import { AskAgain } from './ask-again.js';
import { Announcements } from './announcements.js';
import { useKeptFocus } from './kept-focus.js';
import { LeftDialog, LeftWords } from './left-words.js';
import { MemberButton, MemberMenu } from './member-button.js';
import { MissingPart } from './missing-part.js';
import { NotKept } from './not-kept.js';
import { useWritingAway } from './writing-away.js';
import './frame.css';

/** Hardly ever needed: loaded when it is. */
const SignInDialog = late(() => import('../session/sign-in-dialog.js').then((part) => part.SignInDialog));

interface Props {
  /** Loaded at rest. */
  screens: readonly Preloadable[];
  /** Stands in for all of them while nobody answers who this is, and for as long as somebody writes there. */
  Away: ComponentType<{ onGoOn?: (() => void) | undefined }>;
}

export function Frame({ screens, Away }: Props) {
  const { status, me } = useSession();
  const main = useFocusOnNewScreen();
  useKeptFocus();
  useEffect(() => {
    // The smallest first; then what is opened most.
    preloadAtRest([SignInDialog, KeyList, Palette, MemberMenu, LeftDialog, ...screens]);
  }, [screens]);
  const writing = useWritingAway(status, me?.id);
  if (status === 'unknown' || writing.is)
    return (
      <>
        {status === 'unknown' && <AskAgain />}
        <Away onGoOn={writing.is ? writing.end : undefined} />
      </>
    );
  if (status === 'none') return <SignInScreen />;
  return (
    <>
      <TopBar />
      {/* Nothing of one person is left on the screen of the next. */}
      <main ref={main} key={me?.id} id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Announcements />
      <GlobalKeys />
      {status === 'ended' && <SignInDialog />}
    </>
  );
}

/** What had the focus went with the screen before: it goes on in the new one. */
function useFocusOnNewScreen() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== undefined && before.current !== path && document.activeElement === document.body)
      main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return main;
}

function TopBar() {
  const words = useWords();
  return (
    <header className="top-bar">
      <a className="skip" href="#main">
        {words('frame.skip')}
      </a>
      <Link to="/work" className="brand" aria-label={words('frame.home')}>
        <Logo />
        <span>{words('frame.brand')}</span>
      </Link>
      <nav aria-label={words('frame.screens')}>
        <Link to="/work">{words('frame.work')}</Link>
        <Link to="/claims">{words('frame.claims')}</Link>
      </nav>
      <div className="top-bar-end">
        <SentState />
        <LeftWords />
        <NotKept />
        <LiveState />
        <MemberButton />
        <MissingPart />
      </div>
    </header>
  );
}

/** Three links of a chain. */
const Logo = () => (
  <svg
    viewBox="0 0 24 24"
    width="24"
    height="24"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    aria-hidden
  >
    <circle cx="6" cy="17" r="3.2" />
    <circle cx="12" cy="9" r="3.2" />
    <circle cx="18" cy="17" r="3.2" />
    <path d="M8 14.6 10.2 11.6M13.8 11.6 16 14.6" />
  </svg>
);
