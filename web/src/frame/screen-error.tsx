/** Screens that stand in for one that cannot be shown: what happened, and what to do. */
import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { useWhereKept } from '../parts/where-kept.js';

export function ScreenError({ error, reset }: ErrorComponentProps) {
  const words = useWords();
  const whereKept = useWhereKept();
  return (
    <section className="stand-in stack">
      <h1>{words('error.title')}</h1>
      <p>{error instanceof Error ? error.message : String(error)}</p>
      <p className="soft">{whereKept}</p>
      <div className="row">
        <Button onPress={reset}>{words('error.again')}</Button>
        <Link to="/work">{words('frame.work')}</Link>
      </div>
    </section>
  );
}

export function NotFound() {
  const words = useWords();
  return (
    <section className="stand-in stack">
      <h1>{words('error.notFound')}</h1>
      <Link to="/work">{words('frame.work')}</Link>
    </section>
  );
}

export function Unreachable() {
  const words = useWords();
  return (
    <main className="stand-in stack">
      <h1>{words('error.unreachable')}</h1>
      <p>{words('error.unreachableHelp')}</p>
      <div className="row">
        <Button
          onPress={() => {
            location.reload();
          }}
        >
          {words('error.again')}
        </Button>
      </div>
    </main>
  );
}
