/** A page is taken in as evidence: its address, which way it points, and why. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { api } from '../api/api.js';
import { useIdempotentSend } from '../api/once.js';
import { readClaimsAgain } from '../api/claims.js';
import { announce } from '../parts/announce.js';
import { choicePressed } from '../keys/digit.rules.js';
import { useKey } from '../keys/use-key.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { useReason } from '../parts/fault.js';
import { useKeptTexts } from '../kept/use-kept-texts.js';
import { useDisclosure } from '../parts/use-disclosure.js';
import { formKeys } from '../keys/form-keys.js';
import { evidenceStances } from '../../../src/domain/evidence/stance.js';
import { useRecording } from './use-recording.js';
import { lengthInCodePoints } from '../../../src/domain/text/code-points.js';
import { longest } from '../../../src/domain/text/lengths.js';

interface Props {
  claim: { id: string };
  /** While a verdict is being submitted: what is added then would not be in it. */
  paused: boolean;
  onAdded?: (id: string) => void;
  /** Brings the pane to the screen, where it stands behind another. */
  onShow: (() => void) | undefined;
}

export function AddEvidence({ claim, paused, onAdded, onShow }: Props) {
  const words = useWords();
  const id = useId();
  const queries = useQueryClient();
  const once = useIdempotentSend();
  const { texts, keep, forget } = useKeptTexts(`claims/${claim.id}/evidence`);
  const refused = useRecording(claim.id).words;
  const { url = '' } = texts;
  // What was written before it was refused is kept, and not sent.
  const note = refused === undefined ? (texts['note'] ?? '') : '';
  const stance = evidenceStances.find((one) => one === texts['stance']);
  const [tried, setTried] = useState(false);
  const address = useRef<HTMLInputElement>(null);
  const stances = useRef<HTMLFieldSetElement>(null);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const reason = useReason({ '/url': words('evidence.url'), '/note': words('evidence.note') });
  const { isOpen, open, close, opener, content } = useDisclosure();

  const add = useMutation({
    mutationFn: () => {
      if (!stance) throw new Error('it is sent with a stance');
      const body = { url: url.trim(), stance, ...(note.trim() !== '' && { note: note.trim() }) };
      return once(body, (idempotencyKey) =>
        api.require('POST /v1/claims/{id}/evidence', { id: claim.id, body }, { idempotencyKey }),
      );
    },
    onMutate: () => texts,
    onSuccess: async (added, _asked, sent) => {
      onAdded?.(added.id);
      forget(sent);
      setTried(false);
      close();
      announce(words('evidence.added'));
      await readClaimsAgain(queries);
    },
  });
  const shortcut = useKey('add-evidence', () => {
    onShow?.();
    if (isOpen) address.current?.focus();
    else open();
  });

  if (!isOpen)
    return (
      <div ref={opener}>
        <Button shortcut={shortcut} onPress={open}>
          {words('evidence.add')}
        </Button>
      </div>
    );
  const lacksStance = tried && url.trim() !== '' && stance === undefined;
  const noteOver = lengthInCodePoints(note.trim()) - longest.evidenceNote;
  const fault = tried && url.trim() === '' ? words('field.needed') : add.error && reason(add.error);
  return (
    <form
      ref={content}
      className="stack add-evidence"
      aria-label={words('evidence.add')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (url.trim() === '') address.current?.focus();
        else if (!stance) stances.current?.querySelector('input')?.focus();
        else if (noteOver > 0) noteField.current?.focus();
        else if (!add.isPending && !paused) add.mutate();
      }}
      onKeyDown={formKeys(close)}
    >
      <div className="field">
        <label htmlFor={`${id}-url`}>{words('evidence.url')}</label>
        <input
          ref={address}
          id={`${id}-url`}
          type="url"
          dir="ltr"
          value={url}
          readOnly={add.isPending}
          aria-describedby={fault ? `${id}-fault` : undefined}
          aria-invalid={fault ? true : undefined}
          onChange={({ target }) => {
            keep({ url: target.value });
          }}
        />
        <div role="alert">
          {fault && (
            <p className="fault" id={`${id}-fault`}>
              {fault}
            </p>
          )}
        </div>
      </div>
      <fieldset
        ref={stances}
        role="radiogroup"
        className="plain"
        aria-invalid={lacksStance || undefined}
        aria-describedby={lacksStance ? `${id}-stance-fault` : undefined}
        onKeyDown={(event) => {
          const pressed = choicePressed(event);
          const choice = event.currentTarget.querySelectorAll('input')[(pressed ?? 0) - 1];
          if (!choice) return;
          event.preventDefault();
          choice.click();
          choice.focus();
        }}
      >
        <legend>{words('evidence.stance')}</legend>
        <div role="alert">
          {lacksStance && (
            <p className="fault" id={`${id}-stance-fault`}>
              {words('evidence.stanceNeeded')}
            </p>
          )}
        </div>
        <div className="choices">
          {evidenceStances.map((one, index) => (
            <label key={one} className="choice">
              <input
                type="radio"
                name={`${id}-stance`}
                checked={stance === one}
                disabled={add.isPending}
                onChange={() => {
                  keep({ stance: one });
                }}
              />
              {words(`stance.${one}`)}
              <kbd aria-hidden>{index + 1}</kbd>
            </label>
          ))}
        </div>
      </fieldset>
      {refused === undefined ? (
        <div className="field">
          <label htmlFor={`${id}-note`}>{words('evidence.note')}</label>
          <textarea
            ref={noteField}
            id={`${id}-note`}
            dir="auto"
            rows={2}
            value={note}
            readOnly={add.isPending}
            aria-invalid={noteOver > 0 || undefined}
            aria-describedby={`${id}-note-help`}
            onChange={({ target }) => {
              keep({ note: target.value });
            }}
          />
          <span className={noteOver > 0 ? 'fault' : 'hint'} id={`${id}-note-help`}>
            {noteOver > 0 ? words('field.tooLong', { count: noteOver }) : words('field.publicHint')}
          </span>
        </div>
      ) : (
        <p className="small soft">
          {words('evidence.note')}: {refused}
        </p>
      )}
      <div className="row">
        <Button kind="primary" type="submit" busy={add.isPending || paused}>
          {words('evidence.take')}
        </Button>
        <Button kind="quiet" onPress={close}>
          {words('cancel')}
        </Button>
      </div>
    </form>
  );
}
