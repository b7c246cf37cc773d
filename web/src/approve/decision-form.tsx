/** What one decision asks for before it is sent. Esc closes it; what was written stays until the decision is made. */
import { useRef, useState } from 'react';
import type { Audience } from '../claims/audience.rules.js';
import { formKeys } from '../keys/form-keys.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { typeIn } from '../parts/type-in.js';
import { behind, quickReasons, type Decided } from './decision.rules.js';

interface Props {
  id: string;
  event: Decided;
  audience: Audience;
  note: string;
  busy: boolean;
  onNote: (note: string) => void;
  onSend: () => void;
  onCancel: () => void;
}

export function DecisionForm({ id, event, audience, note, busy, onNote, onSend, onCancel }: Props) {
  const words = useWords();
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const isFinal = event === 'approve' || event === 'confirm';
  const lacksNote = event === 'return' && note.trim() === '';
  const fault = tried && lacksNote;
  return (
    <form
      className="notice"
      aria-label={words(`move.${event}`)}
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        setTried(true);
        if (!lacksNote) onSend();
        else document.getElementById(`${id}-${event}`)?.focus();
      }}
      onKeyDown={formKeys(onCancel)}
    >
      {isFinal ? (
        <p>{words(`approval.confirm.${audience}`)}</p>
      ) : (
        <div className="field">
          {event === 'return' && (
            <div className="row" role="group" aria-labelledby={`${id}-quick`}>
              <span id={`${id}-quick`} className="small soft">
                {words('approval.quickReasons')}
              </span>
              {quickReasons.map((reason) => (
                <Button
                  key={reason}
                  onPress={() => {
                    const { current } = field;
                    if (busy || !current) return;
                    current.setSelectionRange(note.trimEnd().length, note.length);
                    typeIn(current, behind(note, words(`quickReason.${reason}`)));
                  }}
                >
                  {words(`quickReason.${reason}.short`)}
                </Button>
              ))}
            </div>
          )}
          <label htmlFor={`${id}-${event}`}>
            {words(event === 'return' ? 'approval.returnNote' : 'field.note')}
          </label>
          <textarea
            ref={field}
            id={`${id}-${event}`}
            dir="auto"
            rows={3}
            value={note}
            readOnly={busy}
            aria-invalid={fault || undefined}
            aria-describedby={fault ? `${id}-fault` : undefined}
            onChange={({ target }) => {
              onNote(target.value);
            }}
          />
          <div role="alert">
            {fault && (
              <p className="fault" id={`${id}-fault`}>
                {words('approval.noteNeeded')}
              </p>
            )}
          </div>
        </div>
      )}
      <div className="row">
        <Button kind="primary" type="submit" busy={busy} {...(isFinal && { id: `${id}-${event}` })}>
          {words(`move.${event}`)}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {words('cancel')}
        </Button>
      </div>
    </form>
  );
}
