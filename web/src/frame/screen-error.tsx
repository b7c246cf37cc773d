/** Screens that stand in for one that cannot be shown: what happened, and what to do. */
import type { ReactNode } from 'react';
import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { useWords } from '../language/words.js';
import { isRefusal } from '../api/api.js';
import { Button } from '../parts/button.js';
import { useReason } from '../parts/fault.js';
import { Code } from '../parts/foreign.js';
import { UserMessageError } from '../parts/user-message-error.js';
import { useWhereKept } from '../parts/where-kept.js';

export function ScreenError({ error, reset }: ErrorComponentProps) {
  const words = useWords();
  const whereKept = useWhereKept();
  const reason = useReason();
  const isSaid = error instanceof UserMessageError || isRefusal(error);
  return (
    <section className="stand-in stack">
      <h1>{words('error.title')}</h1>
      <p>{isSaid ? reason(error) : words('error.broken')}</p>
      <p className="soft">{whereKept}</p>
      {!isSaid && (
        <p className="small soft" lang="en">
          <Code>{String(error)}</Code>
        </p>
      )}
      <div className="row">
        <Button onPress={reset}>{words('error.again')}</Button>
        <Link to="/work">{words('frame.work')}</Link>
      </div>
    </section>
  );
}

/** `error`: what the desk said of it, where it was asked. */
export function NotFound({ error }: { error?: unknown }) {
  const words = useWords();
  const reason = useReason();
  return (
    <section className="stand-in stack">
      <h1>{words('error.notFound')}</h1>
      {/* What is wrong with the form of an address is nothing that a person could mend. */}
      <p>{isRefusal(error) && error.status !== 400 ? reason(error) : words('error.notFoundHelp')}</p>
      <Link to="/work">{words('frame.work')}</Link>
    </section>
  );
}

interface Away {
  /** The server answers again: leads there. */
  onGoOn?: (() => void) | undefined;
  children?: ReactNode;
}

export function Unreachable({ onGoOn, children }: Away) {
  const words = useWords();
  return (
    <main id="main" className="stand-in stack">
      <h1>{words(onGoOn ? 'error.back' : 'error.unreachable')}</h1>
      <p role="status">{words(onGoOn ? 'error.backHelp' : 'error.unreachableHelp')}</p>
      <div className="row">
        <Button
          kind={onGoOn ? 'primary' : 'plain'}
          onPress={
            onGoOn ??
            (() => {
              location.reload();
            })
          }
        >
          {words(onGoOn ? 'error.toDesk' : 'error.again')}
        </Button>
      </div>
      {children}
    </main>
  );
}
