/** A note for readers about what was taken back without one: an editor writes it, another lets it out. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../api/api.js';
import { claimKeys } from '../api/claims.js';
import { useIdempotentSend } from '../api/once.js';
import { readAgain } from '../api/query-client.js';
import { announce } from '../parts/announce.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { focusMoves } from '../parts/focus.js';
import { noticeOfItsOwn } from '../moves/move-fields.js';
import { MoveForm } from '../moves/move-form.js';

/** id. */
export function BeginNotice({ claim }: { claim: string }) {
  const words = useWords();
  const queries = useQueryClient();
  const once = useIdempotentSend();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLElement>(null);
  const write = useMutation({
    mutationFn: ({ note }: { note: string; onMade: () => void }) =>
      once(note, (idempotencyKey) =>
        api.require('POST /v1/claims/{id}/editions', { id: claim, body: { note } }, { idempotencyKey }),
      ),
    onSuccess: async (_notice, { onMade }) => {
      onMade();
      announce(words('notices.written'));
      focusMoves(place.current);
      await readAgain(queries, claimKeys.all);
    },
  });
  return (
    <section ref={place} className="stack" aria-labelledby="lacks-notice">
      <h2 id="lacks-notice">{words('notices.lacks')}</h2>
      <p>{words('notices.lacksHelp')}</p>
      {isOpen ? (
        <MoveForm
          claim={claim}
          event="note"
          fields={noticeOfItsOwn}
          busy={write.isPending}
          error={write.error}
          onSend={({ note = '' }, onMade) => {
            write.mutate({ note, onMade });
          }}
          onCancel={() => {
            setOpen(false);
            requestAnimationFrame(() => place.current?.querySelector('button')?.focus());
          }}
        />
      ) : (
        <div>
          <Button
            onPress={() => {
              setOpen(true);
            }}
          >
            {words('notices.write')}
          </Button>
        </div>
      )}
    </section>
  );
}
