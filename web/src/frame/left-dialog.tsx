/** Words that this device alone has, of tasks that no screen shows: to be read, copied, gone on with, or taken away. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { isRefusal } from '../api/api.js';
import { oneTask } from '../api/tasks.js';
import { deleteLeft } from '../drafts/delete-left.js';
import { findDrafts, type DraftHere } from '../drafts/draft-store.js';
import { onLeftChanged } from '../drafts/left-words.js';
import type { Unsent } from '../drafts/send-left.js';
import { wordsOf } from '../drafts/words-of-draft.rules.js';
import { useWords } from '../language/words.js';
import { announce } from '../parts/announce.js';
import { Button } from '../parts/button.js';
import { ClosingDialog } from '../parts/closing-dialog.js';
import { Code } from '../parts/foreign.js';
import { Moment } from '../parts/moment.js';
import { useMe } from '../session/session.js';
import { DraftWords } from './draft-words.js';

interface Props {
  left: readonly Unsent[];
  onClose: () => void;
}

export function LeftDialog({ left, onClose }: Props) {
  const words = useWords();
  const drafts = useDraftsHere(useMe().id);
  const shown = left.flatMap(({ task, why }) => {
    const draft = drafts?.find((one) => one.task === task);
    return draft ? [{ draft, why }] : [];
  });
  return (
    <ClosingDialog title={words('left.title')} onClose={onClose}>
      <p>{words(shown.length === 0 && drafts ? 'left.none' : 'left.help')}</p>
      <ul className="left-list">
        {shown.map(({ draft, why }) => (
          <li key={draft.task} className="stack">
            <OneLeft draft={draft} why={why} onOpen={onClose} />
          </li>
        ))}
      </ul>
    </ClosingDialog>
  );
}

function OneLeft({ draft, why, onOpen }: { draft: DraftHere; why: string | undefined; onOpen: () => void }) {
  const words = useWords();
  const { task, kept } = draft;
  const found = useQuery(oneTask(task));
  const ref = draft.ref ?? found.data?.claim.ref;
  const isGone = isRefusal(found.error) && found.error.status === 404;
  return (
    <>
      <h3 className="row">
        {ref === undefined ? words('left.task') : <Code>{ref}</Code>}
        {found.data && <span>{words.known('stage.', found.data.stage)}</span>}
        {kept.writtenAt !== undefined && (
          <span className="small soft">
            <Moment at={new Date(kept.writtenAt).toISOString()} />
          </span>
        )}
      </h3>
      {why !== undefined && (
        <p className="small">
          {words('save.refused')} {why}
        </p>
      )}
      {isGone && <p className="small">{words('left.gone')}</p>}
      <DraftWords draft={kept.mine} />
      <div className="row">
        <Copy draft={draft} />
        {!isGone && (
          <Link to="/tasks/$task" params={{ task }} className="button" onClick={onOpen}>
            {words('left.open')}
          </Link>
        )}
        <Delete task={task} />
      </div>
    </>
  );
}

function Copy({ draft: { kept } }: { draft: DraftHere }) {
  const words = useWords();
  const texts = wordsOf(kept.mine).map(({ text }) => text);
  if (texts.length === 0) return null;
  return (
    <Button
      onPress={() => {
        navigator.clipboard.writeText(texts.join('\n\n')).then(
          () => {
            announce(words('lease.copied'));
          },
          () => {
            announce(words('left.notCopied'));
          },
        );
      }}
    >
      {words('left.copy')}
    </Button>
  );
}

/** Asks first: they are nowhere else. */
function Delete({ task }: { task: string }) {
  const words = useWords();
  const { id } = useMe();
  const [isAsked, setAsked] = useState<boolean>();
  const [isBusy, setBusy] = useState(false);
  const remove = async (): Promise<void> => {
    setBusy(true);
    const isGone = await deleteLeft(id, task).catch(() => false);
    announce(words(isGone ? 'left.deleted' : 'left.notDeleted'));
    setBusy(false);
    setAsked(false);
  };
  if (isAsked !== true)
    return (
      <Button
        kind="quiet"
        // Where they are kept after all, the focus is back where it was.
        autoFocus={isAsked === false}
        onPress={() => {
          setAsked(true);
        }}
      >
        {words('left.delete')}
      </Button>
    );
  return (
    <div className="notice attention" role="group" aria-label={words('left.delete')}>
      <p>{words('left.sure')}</p>
      <div className="row">
        <Button autoFocus busy={isBusy} onPress={() => void remove()}>
          {words('left.delete')}
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            setAsked(false);
          }}
        >
          {words('left.keep')}
        </Button>
      </div>
    </div>
  );
}

function useDraftsHere(member: string): readonly DraftHere[] | undefined {
  const [drafts, setDrafts] = useState<readonly DraftHere[]>();
  useEffect(() => {
    let isShown = true;
    const read = (): void => {
      const show = (found: readonly DraftHere[]): void => {
        if (isShown) setDrafts(found);
      };
      findDrafts(member).then(show, () => {
        show([]);
      });
    };
    read();
    const end = onLeftChanged(read);
    return () => {
      isShown = false;
      end();
    };
  }, [member]);
  return drafts;
}
