/** Says that what was recorded of somebody who was asked is taken back, or takes it back: no later edition holds it then. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { readClaimsAgain, type Claim } from '../api/claims.js';
import { useIdempotentSend } from '../api/once.js';
import { useWords } from '../language/words.js';
import { announce } from '../parts/announce.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { useMe } from '../session/session.js';

type Contact = Claim['contacts'][number];

interface Props {
  id: string;
  /** Undefined where it is not shown. */
  status: Contact['status'];
  /** Why this member may not, as the API says it of all that is recorded. */
  refused: string | undefined;
}

export function ContactStanding({ id, status, refused }: Props) {
  const words = useWords();
  const { permissions } = useMe();
  if (status === 'withdrawn') return <span className="chip">{words('contacts.withdrawn')}</span>;
  return permissions.includes('record') ? <WithdrawContact id={id} refused={refused} /> : null;
}

function WithdrawContact({ id, refused }: Omit<Props, 'status'>) {
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
