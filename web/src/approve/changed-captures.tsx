/** Pages that the verdict rests on and that have changed since the last round, with what differs in their text. */
import { useState } from 'react';
import type { Verdict } from '../api/verdicts.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Code, hostOf } from '../parts/foreign.js';
import { late } from '../parts/late.js';
import { Skeleton } from '../parts/skeleton.js';
import { changedCaptures } from './changed-captures.rules.js';

const CaptureDiff = late(
  () => import('../review/capture-diff.js').then((part) => part.CaptureDiff),
  <Skeleton height={80} />,
);

export function ChangedCaptures({ last, verdict }: { last: Verdict; verdict: Verdict }) {
  const words = useWords();
  const [opened, setOpened] = useState<string>();
  const close = (): void => {
    setOpened(undefined);
  };
  const changed = changedCaptures(last.evidence, verdict.evidence);
  if (changed.length === 0) return null;
  return (
    <>
      <h3>{words('approval.changedPages', { count: changed.length })}</h3>
      <ul className="stack">
        {changed.map(({ evidence, url, before, after }) => (
          <li key={evidence} className="stack">
            <div className="row">
              <Code>{hostOf(url)}</Code>
              <span className="small soft">
                {words('approval.fromTo', { from: before.number, to: after.number })}
              </span>
              <Button
                aria-expanded={opened === evidence}
                onPress={() => {
                  setOpened(opened === evidence ? undefined : evidence);
                }}
              >
                {words('approval.whatChanged')}
              </Button>
            </div>
            {opened === evidence && <CaptureDiff before={before.id} after={after.id} onClose={close} />}
          </li>
        ))}
      </ul>
    </>
  );
}
