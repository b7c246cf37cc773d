/** What is waited for while a task stands still. */
import { useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { useKeptTexts } from '../kept/use-kept-texts.js';
import { formKeys } from '../keys/form-keys.js';
import type { MovingTask } from './use-task-move.js';

interface Props {
  task: string;
  moving: MovingTask;
  onClose: () => void;
}

export function PauseForm({ task, moving: { pause, busy }, onClose }: Props) {
  const words = useWords();
  const id = useId();
  const { texts, keep, forget } = useKeptTexts(`tasks/${task}/pause`);
  const { reason = '' } = texts;
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  const lacks = tried && reason.trim() === '';
  return (
    <form
      ref={form}
      className="row"
      aria-label={words('lease.pause')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason.trim() === '') document.getElementById(`${id}-reason`)?.focus();
        else
          pause(reason.trim(), () => {
            forget(texts);
          });
      }}
      onKeyDown={formKeys(onClose)}
    >
      <div className="field">
        <label htmlFor={`${id}-reason`}>{words('lease.waitsFor')}</label>
        <input
          id={`${id}-reason`}
          dir="auto"
          value={reason}
          readOnly={busy}
          aria-invalid={lacks || undefined}
          aria-describedby={lacks ? `${id}-fault` : undefined}
          onChange={({ target }) => {
            keep({ reason: target.value });
          }}
        />
        {lacks && (
          <p className="fault" id={`${id}-fault`}>
            {words('field.needed')}
          </p>
        )}
      </div>
      <Button data-move="task.pause" kind="primary" type="submit" busy={busy}>
        {words('lease.pause')}
      </Button>
      <Button kind="quiet" onPress={onClose}>
        {words('cancel')}
      </Button>
    </form>
  );
}
