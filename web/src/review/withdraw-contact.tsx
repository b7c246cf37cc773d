/** Takes back what was recorded wrongly of somebody who was asked: no later edition holds it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { readClaimsAgain } from '../api/claims.js';
import { useIdempotentSend } from '../api/once.js';
import { useWords } from '../language/words.js';
import { announce } from '../parts/announce.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';

interface Props {
  id: string;
  /** Why this member may not, as the API says it of all that is recorded. */
  refused: string | undefined;
}

export function WithdrawContact({ id, refused }: Props) {
  const words = useWords();
  const queries = useQueryClient();
  const once = useIdempotentSend();
  const withdraw = useMutation({
    mutationFn: () =>
      once(id, (idempotencyKey) =>
        api.require(
          'POST /v1/contacts/{id}/transitions',
          { id, body: { event: 'withdraw' } },
          { idempotencyKey },
        ),
      ),
    onSuccess: async () => {
      announce(words('contacts.withdrawn'));
      await readClaimsAgain(queries);
    },
  });
  return (
    <>
      <Button
        kind="quiet"
        refused={refused}
        busy={withdraw.isPending}
        onPress={() => {
          withdraw.mutate();
        }}
      >
        {words('contacts.withdraw')}
      </Button>
      <Fault error={withdraw.error} />
    </>
  );
}
