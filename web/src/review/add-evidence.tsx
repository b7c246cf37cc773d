/** A page is taken in as evidence: its address, which way it points, and why. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { api, isRefusal, reasonOf } from '../api/api.js';
import { claimKeys } from '../api/claims.js';
import { announce } from '../frame/announce.js';
import { useKey } from '../keys/use-key.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';

const stances = ['for', 'against', 'context'] as const;
type Stance = (typeof stances)[number];

export function AddEvidence({ claim, onAdded }: { claim: { id: string }; onAdded?: (id: string) => void }) {
  const words = useWords();
  const id = useId();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [url, setUrl] = useState('');
  const [stance, setStance] = useState<Stance>('for');
  const [note, setNote] = useState('');
  const address = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLDivElement>(null);

  const add = useMutation({
    mutationFn: () =>
      api.demand(
        'POST /v1/claims/{id}/evidence',
        { id: claim.id, body: { url: url.trim(), stance, ...(note.trim() !== '' && { note: note.trim() }) } },
        { idempotencyKey: crypto.randomUUID() },
      ),
    onSuccess: async (added) => {
      onAdded?.(added.id);
      setUrl('');
      setNote('');
      setOpen(false);
      announce(words('evidence.added'));
      requestAnimationFrame(() => button.current?.querySelector('button')?.focus());
      await queries.invalidateQueries({ queryKey: claimKeys.all });
    },
  });
  const begin = (): void => {
    setOpen(true);
    requestAnimationFrame(() => address.current?.focus());
  };
  useKey('add-evidence', begin);

  if (!open)
    return (
      <div ref={button}>
        <Button shortcut="A" onPress={begin}>
          {words('evidence.add')}
        </Button>
      </div>
    );
  const fault = add.error && (isRefusal(add.error) ? add.error.message : words('error.unreachableHelp'));
  return (
    <form
      className="stack add-evidence"
      aria-label={words('evidence.add')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (url.trim() !== '' && !add.isPending) add.mutate();
        else address.current?.focus();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false);
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-url`}>{words('evidence.url')}</label>
        <input
          ref={address}
          id={`${id}-url`}
          type="url"
          dir="ltr"
          value={url}
          aria-describedby={fault ? `${id}-fault` : undefined}
          aria-invalid={fault ? true : undefined}
          onChange={({ target }) => {
            setUrl(target.value);
          }}
        />
        <div role="alert">
          {fault && (
            <p className="fault" id={`${id}-fault`}>
              {reasonOf(add.error) ?? fault}
            </p>
          )}
        </div>
      </div>
      <fieldset className="plain">
        <legend>{words('evidence.stance')}</legend>
        <div className="choices">
          {stances.map((one) => (
            <label key={one} className="choice">
              <input
                type="radio"
                name={`${id}-stance`}
                checked={stance === one}
                onChange={() => {
                  setStance(one);
                }}
              />
              {words(`stance.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-note`}>{words('evidence.note')}</label>
        <textarea
          id={`${id}-note`}
          dir="auto"
          rows={2}
          maxLength={4000}
          value={note}
          onChange={({ target }) => {
            setNote(target.value);
          }}
        />
      </div>
      <div className="row">
        <Button kind="primary" type="submit" busy={add.isPending}>
          {words('evidence.take')}
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            setOpen(false);
          }}
        >
          {words('cancel')}
        </Button>
      </div>
    </form>
  );
}
