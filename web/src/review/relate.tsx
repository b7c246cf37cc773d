/** Says how a claim and one like it stand to each other: of which kind, and which of the two does it, as a sentence. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { relationTypes } from '../../../src/domain/claim/relation.js';
import { api } from '../api/api.js';
import { readClaimsAgain, type Claim, type Similar } from '../api/claims.js';
import { useIdempotentSend } from '../api/once.js';
import { useKeptTexts } from '../kept/use-kept-texts.js';
import { useWords } from '../language/words.js';
import { announce } from '../parts/announce.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { mayTakeFocus } from '../parts/focus.js';
import { RelationText } from '../parts/relation-text.js';
import { useDisclosure } from '../parts/use-disclosure.js';
import { useUndo } from '../steering/use-undoable.js';
import { formKeys } from '../keys/form-keys.js';
import { NoteField } from './note-field.js';
import { useRecording } from './use-recording.js';

interface Props {
  claim: Pick<Claim, 'id' | 'ref'>;
  other: Pick<Similar['claim'], 'id' | 'ref'>;
}

const directions = ['out', 'in'] as const;

export function Relate({ claim, other }: Props) {
  const words = useWords();
  const refused = useRecording(claim.id).facts;
  const { isOpen, open, close, opener, content } = useDisclosure();
  if (!isOpen)
    return (
      <div ref={opener}>
        <Button refused={refused} onPress={open}>
          {words('similar.relate')}
        </Button>
        {refused !== undefined && <p className="small soft">{refused}</p>}
      </div>
    );
  return <RelateForm claim={claim} other={other} form={content} onClose={close} />;
}

interface FormProps extends Props {
  form: ReturnType<typeof useDisclosure>['content'];
  onClose: () => void;
}

function RelateForm({ claim, other, form, onClose }: FormProps) {
  const words = useWords();
  const id = useId();
  const queries = useQueryClient();
  const undo = useUndo();
  const once = useIdempotentSend();
  const { texts, keep, forget } = useKeptTexts(`claims/${claim.id}/relate/${other.id}`);
  const { note = '' } = texts;
  const type = relationTypes.find((one) => one === texts['type']);
  const direction = directions.find((one) => one === texts['direction']);
  // It belongs to both of them.
  const [here, there] = [useRecording(claim.id), useRecording(other.id)];
  const refused = here.facts ?? there.facts;
  const [tried, setTried] = useState(false);
  const record = useMutation({
    mutationFn: (said: { type: (typeof relationTypes)[number]; from: Props['other']; to: Props['other'] }) =>
      once({ ...said, note }, async (idempotencyKey) => {
        const body = { type: said.type, to: said.to.id, ...(note.trim() !== '' && { note: note.trim() }) };
        const made = await api.require(
          'POST /v1/claims/{id}/relations',
          { id: said.from.id, body },
          { idempotencyKey },
        );
        return { ...made, from: said.from.id };
      }),
    onSuccess: async ({ id: relation, from }) => {
      forget(texts);
      announce(
        words('similar.related'),
        undo((idempotencyKey) =>
          api.require(
            'DELETE /v1/claims/{id}/relations/{relation}',
            { id: from, relation },
            { idempotencyKey },
          ),
        ),
      );
      const hadFocus = mayTakeFocus(form.current);
      await readClaimsAgain(queries);
      // What is related stands among the relations from now on, and its card is gone.
      if (hadFocus)
        (document.getElementById('similar') ?? document.getElementById('relations') ?? document.body).focus();
    },
  });
  const lacksType = tried && type === undefined;
  const lacksDirection = tried && type !== undefined && direction === undefined;
  return (
    <form
      ref={form}
      className="stack relate"
      noValidate
      aria-label={words('similar.relateTo', { ref: other.ref })}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (type === undefined) document.getElementById(`${id}-type`)?.focus();
        else if (direction === undefined) document.getElementById(`${id}-out`)?.focus();
        else if (!record.isPending && refused === undefined)
          record.mutate(
            direction === 'out' ? { type, from: claim, to: other } : { type, from: other, to: claim },
          );
      }}
      onKeyDown={formKeys(onClose)}
    >
      <div className="field">
        <label htmlFor={`${id}-type`}>{words('similar.how')}</label>
        <select
          id={`${id}-type`}
          value={type ?? ''}
          disabled={record.isPending}
          aria-invalid={lacksType || undefined}
          aria-describedby={lacksType ? `${id}-type-fault` : undefined}
          onChange={({ target }) => {
            keep({ type: target.value });
          }}
        >
          <option value="">{words('choose')}</option>
          {relationTypes.map((one) => (
            <option key={one} value={one}>
              {words(`relation.${one}`)}
            </option>
          ))}
        </select>
        {lacksType && (
          <p className="fault" id={`${id}-type-fault`}>
            {words('field.needed')}
          </p>
        )}
      </div>
      {type !== undefined && (
        <fieldset className="plain" aria-describedby={lacksDirection ? `${id}-way-fault` : undefined}>
          <legend className="label">{words('similar.whichWay')}</legend>
          {directions.map((one) => {
            const sides = one === 'out' ? [claim.ref, other.ref] : [other.ref, claim.ref];
            return (
              <label key={one} className="row">
                <input
                  id={`${id}-${one}`}
                  type="radio"
                  name={`${id}-way`}
                  checked={direction === one}
                  disabled={record.isPending}
                  onChange={() => {
                    keep({ direction: one });
                  }}
                />
                <RelationText of={`${sides[0] ?? ''} ${type} ${sides[1] ?? ''}`} />
              </label>
            );
          })}
          {lacksDirection && (
            <p className="fault" id={`${id}-way-fault`}>
              {words('field.needed')}
            </p>
          )}
        </fieldset>
      )}
      <NoteField
        value={note}
        readOnly={record.isPending}
        onChange={(text) => {
          keep({ note: text });
        }}
      />
      <Fault error={record.error} fields={{ '/type': words('similar.how'), '/note': words('field.note') }} />
      <div className="row">
        {refused !== undefined && <p className="small soft">{refused}</p>}
        <Button kind="primary" type="submit" busy={record.isPending} refused={refused}>
          {words('similar.relateNow')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {words('cancel')}
        </Button>
      </div>
    </form>
  );
}
