/** The desk without a network: what this device has of whoever is signed in on it can be read and written on. */
import { useParams } from '@tanstack/react-router';
import { useEffect, useId, useMemo, useState, useSyncExternalStore } from 'react';
import { findDrafts, type DraftHere } from '../drafts/draft-store.js';
import { draftOfTask } from '../drafts/task-draft.js';
import { DraftWords } from '../frame/draft-words.js';
import { Unreachable } from '../frame/screen-error.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Code } from '../parts/foreign.js';
import { Moment } from '../parts/moment.js';
import { Rationale } from '../review/rationale.js';
import { SaveState } from '../review/save-state.js';
import { lastHere } from '../session/last-here.js';
import { inOrderOfNeed } from './drafts-here.rules.js';

export function OfflineScreen({ onGoOn }: { onGoOn?: (() => void) | undefined }) {
  const words = useWords();
  const member = lastHere();
  const { task: shown } = useParams({ strict: false });
  const [drafts, setDrafts] = useState<readonly DraftHere[]>([]);
  useEffect(() => {
    if (member === null) return;
    void findDrafts(member).then(
      (found) => {
        setDrafts(inOrderOfNeed(found, shown));
      },
      () => undefined,
    );
  }, [member, shown]);
  return (
    <Unreachable onGoOn={onGoOn}>
      {member !== null && drafts.length > 0 && (
        <section className="stack" aria-labelledby="yours">
          <h2 id="yours">{words('offline.yours')}</h2>
          <p>{words('offline.help')}</p>
          <ul className="left-list">
            {drafts.map((draft) => (
              <li key={draft.task} className="stack">
                <OneDraft member={member} draft={draft} isShown={draft.task === shown} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Unreachable>
  );
}

interface Props {
  /** id */
  member: string;
  draft: DraftHere;
}

function OneDraft({ member, draft, isShown }: Props & { isShown: boolean }) {
  const words = useWords();
  const id = useId();
  const [isOpen, setOpen] = useState(isShown);
  const { ref, kept } = draft;
  return (
    <section className="stack" aria-labelledby={id}>
      <h3 className="row" id={id}>
        {ref === undefined ? words('left.task') : <Code>{ref}</Code>}
        {kept.writtenAt !== undefined && (
          <span className="small soft">
            <Moment at={new Date(kept.writtenAt).toISOString()} />
          </span>
        )}
      </h3>
      {isOpen ? (
        <WriteOn member={member} draft={draft} />
      ) : (
        <>
          <DraftWords draft={kept.mine} />
          <div className="row">
            <Button
              onPress={() => {
                setOpen(true);
              }}
            >
              {words('offline.write')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** As on the screen of its task, which takes it over once the desk answers. */
function WriteOn({ member, draft: { task, claim, ref } }: Props) {
  const words = useWords();
  const shared = useMemo(
    () => draftOfTask({ member, task, claim, ref, goesOn: false }),
    [member, task, claim, ref],
  );
  useEffect(() => shared.open(), [shared]);
  const state = useSyncExternalStore(shared.subscribe, shared.state);
  const { rationale = {}, evidence = [] } = state.draft;
  return (
    <>
      <div className="row">
        <SaveState state={state} />
        {!state.writes && state.writable && (
          <Button onPress={shared.requestWriting}>{words('tab.writeHere')}</Button>
        )}
      </div>
      <Rationale
        texts={rationale}
        cited={evidence.length}
        disabled={!state.writes || !state.writable}
        lacks={false}
        onChange={(its, text) => {
          shared.edit((now) => ({ ...now, rationale: { ...now.rationale, [its]: text } }));
        }}
      />
    </>
  );
}
