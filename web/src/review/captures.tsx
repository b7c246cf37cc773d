/** The captures of a page as a line of time: what each answered, what can be read in it, and what differs between two. */
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { capturesOf, type Capture } from '../api/captures.js';
import { useWords } from '../language/words.js';
import { Fault } from '../parts/fault.js';
import { Skeleton } from '../parts/skeleton.js';
import { CaptureDiff } from './capture-diff.js';
import { CaptureFacts } from './capture-facts.js';
import { ReadableText } from './readable-text.js';

interface Props {
  /** id. */
  claim: string;
  /** id. */
  evidence: string;
}

export function Captures({ claim, evidence }: Props) {
  const words = useWords();
  const id = useId();
  const { data, error } = useQuery(capturesOf(claim, evidence));
  const [chosen, choose] = useState<string>();
  const [beside, setBeside] = useState('');
  if (!data) return error ? <Fault error={error} /> : <Skeleton height={160} />;
  const { items } = data;
  const shown = items.find((one) => one.id === chosen) ?? items.find(isKept) ?? items[0];
  if (!shown) return <p className="soft">{words('evidence.owed')}</p>;
  const others = items.filter((one) => one.id !== shown.id && isKept(one));
  const other = others.find((one) => one.id === beside);
  const [before, after] = (other?.number ?? 0) > shown.number ? [shown.id, beside] : [beside, shown.id];
  return (
    <div className="stack captures">
      <Fault error={error} />
      <ol className="time-line" aria-label={words('captures.title')}>
        {items.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              aria-pressed={one.id === shown.id}
              onClick={() => {
                choose(one.id);
              }}
            >
              <Named one={one} />
              <span className="small soft">{becameOf(one, words)}</span>
            </button>
          </li>
        ))}
      </ol>
      <CaptureFacts capture={shown} />
      {isKept(shown) && others.length > 0 && (
        <div className="field">
          <label htmlFor={id}>{words('captures.compare')}</label>
          <select
            id={id}
            value={other ? beside : ''}
            onChange={({ target }) => {
              setBeside(target.value);
            }}
          >
            <option value="">{words('captures.compareNone')}</option>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {words('captures.number', { number: one.number })}
              </option>
            ))}
          </select>
        </div>
      )}
      {other ? (
        <CaptureDiff key={`${before} ${after}`} before={before} after={after} />
      ) : (
        shown.sha256 !== null && <ReadableText key={shown.id} capture={shown.id} />
      )}
    </div>
  );
}

const isKept = ({ outcome }: Capture): boolean => outcome === 'captured';

function Named({ one: { number, attemptedAt } }: { one: Capture }) {
  const words = useWords();
  const intl = useIntl();
  return (
    <span>
      {words('captures.number', { number })}{' '}
      <time dateTime={attemptedAt} className="soft">
        {intl.formatDate(attemptedAt, { dateStyle: 'long', timeStyle: 'short' })}
      </time>
    </span>
  );
}

const becameOf = ({ outcome, change, failure }: Capture, words: ReturnType<typeof useWords>): string =>
  outcome === 'failed'
    ? words.known('capture.', failure?.code ?? 'unreachable')
    : change === null
      ? ''
      : words.known('captures.change.', change);
