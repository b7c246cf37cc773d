/** Pauses a task, with what is waited for: its clock and its lease stand still until it goes on. */
import { useId, useState } from 'react';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { useKeptTexts } from '../kept/use-kept-texts.js';
import { useDisclosure } from '../parts/use-disclosure.js';
import { formKeys } from '../keys/form-keys.js';
import type { MovingTask } from './use-task-move.js';

export function Pause({ task, moving: { pause, busy } }: { task: string; moving: MovingTask }) {
  const words = useWords();
  const id = useId();
  const { texts, keep, forget } = useKeptTexts(`tasks/${task}/pause`);
  const { reason = '' } = texts;
  const { isOpen, open, close, opener, content } = useDisclosure();
  const [tried, setTried] = useState(false);
  const lacks = tried && reason.trim() === '';
  if (!isOpen)
    return (
      <div ref={opener}>
        <Button data-move="task.pause" kind="quiet" busy={busy} onPress={open}>
          {words('lease.pause')}
        </Button>
      </div>
    );
  return (
    <form
      ref={content}
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
      onKeyDown={formKeys(close)}
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
      <Button kind="quiet" onPress={close}>
        {words('cancel')}
      </Button>
    </form>
  );
}
