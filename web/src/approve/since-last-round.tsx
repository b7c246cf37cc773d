/** What changed since the verdict that was sent back, or since the revision that is published. */
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import type { Rating } from '../api/claims.js';
import { verdictsOfClaim, type EditionDocument, type Verdict } from '../api/verdicts.js';
import { useLanguage, useWords } from '../language/words.js';
import { Fault } from '../parts/fault.js';
import { EdtfDate } from '../parts/edtf-date.js';
import { Code, Foreign, hostOf } from '../parts/foreign.js';
import { ChangedCaptures } from './changed-captures.js';
import { useSaid } from './part-changes.js';
import { normWords } from './part-words.rules.js';
import { ChangesOfRound } from './round-changes.js';
import { changesBetween } from './round-changes.rules.js';
import { SincePublished } from './since-published.js';
import { ratingName } from '../parts/ratings.rules.js';
import { WordDiff } from '../parts/word-diff.js';

const before: readonly string[] = ['returned', 'withdrawn', 'published', 'superseded'];

interface Props {
  verdict: Verdict;
  /** What would be published with it, where it has an edition. */
  document: EditionDocument | undefined;
  scale: readonly Rating[];
}

export function SinceLastRound({ verdict, document, scale }: Props) {
  const words = useWords();
  const { language } = useLanguage();
  const intl = useIntl();
  const said = useSaid(scale);
  const all = useQuery(verdictsOfClaim(verdict.claim.id));
  const last = all.data?.items
    .filter(
      ({ id, status, submittedAt }) =>
        id !== verdict.id && before.includes(status) && submittedAt < verdict.submittedAt,
    )
    .at(-1);
  // What could not be read is not the same as nothing before.
  if (!last) return <Fault error={all.error} />;
  const day = (at: string): string => intl.formatDate(at, { dateStyle: 'long', timeZone: 'UTC' });
  const named = (slug: string): string => ratingName(scale, slug, language);
  const rows = [
    [
      words('finding.attribution'),
      ...pair(last, verdict, ({ findings }) => words.known('attribution.', findings.attribution)),
    ],
    [
      words('finding.fidelity'),
      ...pair(last, verdict, ({ findings }) => words.known('fidelity.', findings.fidelity)),
    ],
    [words('finding.veracity'), ...pair(last, verdict, ({ findings }) => named(findings.veracity))],
    [
      words('verdict.recheckAt'),
      ...pair(last, verdict, ({ recheckAt }) => (recheckAt === null ? '–' : day(recheckAt))),
    ],
  ] as const;
  const saidOfEvidence = ({ stance, note }: Verdict['evidence'][number]): string =>
    [words.known('stance.', stance), note ?? ''].join(' · ');
  const saidOfNorm = (norm: Verdict['provisions'][number]): string => normWords(norm, said);
  const languages = [...new Set([...Object.keys(last.rationale), ...Object.keys(verdict.rationale)])];
  return (
    <section className="stack" aria-labelledby="since">
      <h2 id="since">{words('approval.since')}</h2>
      <Fault error={all.error} />
      {typeof last.note === 'string' && (
        <p className="notice">
          <Foreign text={last.note} />
        </p>
      )}
      <table className="since">
        <thead>
          <tr>
            <th scope="col">{words('approval.finding')}</th>
            <th scope="col">{words('approval.before')}</th>
            <th scope="col">{words('approval.now')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([title, old, now]) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <td>
                {old === now ? (
                  <Foreign text={old} />
                ) : (
                  <del>
                    <Foreign text={old} />
                  </del>
                )}
              </td>
              <td>
                {old === now ? (
                  <Foreign text={now} />
                ) : (
                  <ins>
                    <Foreign text={now} />
                  </ins>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {languages.map((written) => (
        <WordDiff
          key={written}
          before={last.rationale[written] ?? ''}
          after={verdict.rationale[written] ?? ''}
          language={written}
        />
      ))}
      <ChangedCaptures last={last} verdict={verdict} />
      <ChangesOfRound
        summary="approval.evidence"
        changes={changesBetween(last.evidence, verdict.evidence, { nameOf: idOf, saidOf: saidOfEvidence })}
        keyOf={idOf}
        said={saidOfEvidence}
      >
        {({ url, stance }) => (
          <>
            {words.known('stance.', stance)} <Code>{hostOf(url)}</Code>
          </>
        )}
      </ChangesOfRound>
      <ChangesOfRound
        summary="approval.norms"
        changes={changesBetween(last.provisions, verdict.provisions, {
          nameOf: normOf,
          saidOf: saidOfNorm,
        })}
        keyOf={normOf}
        said={saidOfNorm}
      >
        {({ provision, act, actor, date }) => (
          <>
            <Code>{provision.ref}</Code> <Foreign text={act} /> <Foreign text={actor} />{' '}
            <EdtfDate of={date} />
          </>
        )}
      </ChangesOfRound>
      {document && <SincePublished last={last} document={document} scale={scale} />}
    </section>
  );
}

const idOf = ({ id }: { id: string }): string => id;
const normOf = ({ provision }: Verdict['provisions'][number]): string => provision.id;

const pair = (old: Verdict, now: Verdict, say: (verdict: Verdict) => string): [string, string] => [
  say(old),
  say(now),
];
