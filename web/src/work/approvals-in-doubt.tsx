/** For who leads the desk: approvals that were not by two persons, as is known by now. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { approvalsInDoubt } from '../api/verdicts.js';
import { useWords } from '../language/words.js';
import { Fault } from '../parts/fault.js';

export function ApprovalsInDoubt() {
  const words = useWords();
  const { data, error } = useQuery(approvalsInDoubt());
  const approvals = data?.items ?? [];
  return (
    <>
      <Fault error={error} />
      {approvals.length > 0 && (
        <section className="stack" aria-labelledby="doubts">
          <h2 id="doubts">{words('work.doubts')}</h2>
          <ul className="stack">
            {approvals.map(({ kind, id, claim, revision, approver, writer }) => {
              const said = words(`work.doubt.${kind}`, {
                ...{ id, revision, claim: claim?.ref, approver: approver.ref, writer: writer.ref },
              });
              return (
                <li key={`${id} ${writer.id}`}>
                  {claim === null ? (
                    said
                  ) : (
                    <Link to="/claims/$claim" params={{ claim: claim.ref }}>
                      {said}
                    </Link>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}
