/** What a second person is asked to confirm, as it would be done: on the screen, because it cannot be undone. */
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import type { GoodBody } from '../../../client/routes.js';
import { useLanguageName, useWords } from '../language/words.js';
import { Code, Foreign } from '../parts/foreign.js';
import { Moment } from '../parts/moment.js';
import { Topic } from '../parts/topic.js';
import type { Asked } from './read-asked.js';

export const AskedFor = ({ of }: { of: Asked }) =>
  'erasure' in of ? <AskedErasure of={of.erasure} /> : <AskedChange of={of.change} />;

function AskedErasure({ of }: { of: GoodBody<'GET /v1/erasures/{id}'> }) {
  const words = useWords();
  return (
    <dl className="asked-for">
      <Line of={words('asked.target')}>
        {words.known('asked.target.', of.target.kind)} <TargetLink of={of.target} />
      </Line>
      <Line of={words('asked.texts')}>
        {of.texts.map((text) => words.known('asked.text.', text)).join(' · ')}
      </Line>
      <Line of={words('asked.reason')}>{words.known('asked.reason.', of.reason)}</Line>
      <AskedBy of={of} />
    </dl>
  );
}

function AskedChange({ of }: { of: GoodBody<'GET /v1/privileged-changes/{id}'> }) {
  const words = useWords();
  return (
    <dl className="asked-for">
      <Line of={words('asked.change')}>{words.known('asked.kind.', of.kind)}</Line>
      {of.member && (
        <Line of={words('asked.member')}>
          <Code>{of.member.ref}</Code>
        </Line>
      )}
      {Object.entries(of.wanted).map(([field, value]) => (
        <Line key={field} of={words.known('asked.field.', field)}>
          <Wanted field={field} value={value} />
        </Line>
      ))}
      <AskedBy of={of} />
    </dl>
  );
}

/** As a person says it where the desk has words for it, else as it would be written. */
function Wanted({ field, value }: { field: string; value: unknown }) {
  const words = useWords();
  const nameOfLanguage = useLanguageName();
  if (Array.isArray(value) && value.length === 0)
    return words(field === 'languages' ? 'asked.allLanguages' : 'asked.nothing');
  if (field === 'topics' && Array.isArray(value))
    return value.map((topic, index) => (
      <Fragment key={String(topic)}>
        {index > 0 && ' · '}
        <Topic of={String(topic)} />
      </Fragment>
    ));
  if (field === 'languages' && Array.isArray(value)) return value.map(String).map(nameOfLanguage).join(' · ');
  if (field === 'role') return words.known('role.', String(value));
  if (field === 'kind') return words.known('asked.memberKind.', String(value));
  if (typeof value === 'boolean') return words(value ? 'asked.yes' : 'asked.no');
  return <Foreign text={typeof value === 'string' ? value : JSON.stringify(value)} />;
}

function AskedBy({ of }: { of: Pick<GoodBody<'GET /v1/erasures/{id}'>, 'askedBy' | 'lapsesAt'> }) {
  const words = useWords();
  return (
    <>
      {of.askedBy && (
        <Line of={words('asked.by')}>
          <Code>{of.askedBy.ref}</Code>
        </Line>
      )}
      <Line of={words('asked.until')}>
        <Moment at={of.lapsesAt} />
      </Line>
    </>
  );
}

const Line = ({ of, children }: { of: string; children: ReactNode }) => (
  <div>
    <dt>{of}</dt>
    <dd>{children}</dd>
  </div>
);

/** To where it is read at the desk; what has no screen is named by its id. */
function TargetLink({ of: { kind, id } }: { of: GoodBody<'GET /v1/erasures/{id}'>['target'] }) {
  const words = useWords();
  const open = words('asked.open');
  if (kind === 'claim')
    return (
      <Link to="/claims/$claim" params={{ claim: id }} className="small-target">
        {open}
      </Link>
    );
  if (kind === 'verdict')
    return (
      <Link to="/verdicts/$verdict" params={{ verdict: id }} className="small-target">
        {open}
      </Link>
    );
  if (kind === 'task')
    return (
      <Link to="/tasks/$task" params={{ task: id }} className="small-target">
        {open}
      </Link>
    );
  return <Code>{id}</Code>;
}
