/** Says that words of tasks whose screens were left are on this device alone, and sends them as soon as they can be. */
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { keepSending } from '../drafts/keep-sending.js';
import type { Unsent } from '../drafts/send-left.js';
import { useWords } from '../language/words.js';
import { Icon } from '../parts/icon.js';
import { useMe, useSession } from '../session/session.js';

/** First the screen that was asked for is there. */
const restMs = 1_500;

export function LeftWords() {
  const words = useWords();
  const { id } = useMe();
  const isOpen = useSession().status === 'open';
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
  const [first] = left;
  return (
    <span role="status">
      {first && (
        <Link to="/tasks/$task" params={{ task: first.task }} className="save-state attention" data-left>
          <Icon name="attention" />
          {words('save.left', { count: left.length })}
        </Link>
      )}
    </span>
  );
}
