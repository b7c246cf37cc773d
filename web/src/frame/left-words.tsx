/** Says that words of tasks whose screens were left are on this device alone, and sends them as soon as they can be. */
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { keepSending } from '../drafts/keep-sending.js';
import type { Unsent } from '../drafts/send-left.js';
import { useWords } from '../language/words.js';
import { Icon } from '../parts/icon.js';
import { later } from '../parts/late.js';
import { useMe, useSession } from '../session/session.js';

export const LeftDialog = later(() => import('./left-dialog.js').then((part) => part.LeftDialog));

/** First the screen that was asked for is there. */
const restMs = 1_500;

export function LeftWords() {
  const words = useWords();
  const { id } = useMe();
  const isOpen = useSession().status === 'open';
  const [isShown, setShown] = useState(false);
  const [unsent, setUnsent] = useState<readonly Unsent[]>([]);
  useEffect(() => {
    if (!isOpen) return undefined;
    let end = (): void => undefined;
    const timer = setTimeout(() => {
      end = keepSending(async () => (await import('../drafts/send-left.js')).sendLeft(id), setUnsent);
    }, restMs);
    return () => {
      clearTimeout(timer);
      end();
      setUnsent([]);
    };
  }, [id, isOpen]);
  // Its own screen says where they are.
  const { task: shown } = useParams({ strict: false });
  const left = unsent.filter(({ task }) => task !== shown);
  return (
    <>
      <span role="status">
        {left.length > 0 && (
          <button
            type="button"
            className="save-state attention small-target"
            data-left
            aria-haspopup="dialog"
            onClick={() => {
              setShown(true);
            }}
          >
            <Icon name="attention" />
            {words('save.left', { count: left.length })}
          </button>
        )}
      </span>
      {isShown && (
        <LeftDialog
          left={left}
          onClose={() => {
            setShown(false);
          }}
        />
      )}
    </>
  );
}
