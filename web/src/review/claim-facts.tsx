/** What else is recorded of a claim: what it is about, why it is checked, how it was dated, where to look. */
import type { ReactNode } from 'react';
import type { Claim } from '../api/claims.js';
import { Changed } from '../changes/changes.js';
import { useWords } from '../language/words.js';
import { ClaimLink } from '../parts/claim-link.js';
import { Code, Foreign, hostOf } from '../parts/foreign.js';
import { Topic } from '../parts/topic.js';

type Facts = Pick<
  Claim,
  'topics' | 'modality' | 'dateBasis' | 'worthiness' | 'fidelityNote' | 'leads' | 'externalId'
>;

const texts = ['modality', 'dateBasis', 'worthiness', 'fidelityNote'] as const;

export function ClaimFacts({ of }: { of: Facts }) {
  const { topics, leads, externalId } = of;
  if (topics.length + leads.length === 0 && externalId === null && texts.every((name) => of[name] === null))
    return null;
  return (
    <dl className="claim-facts small">
      {topics.length > 0 && (
        <Fact of="topics">
          {topics.map((topic) => (
            <div key={topic}>
              <Topic of={topic} />
            </div>
          ))}
        </Fact>
      )}
      {texts.map((name) => {
        const text = of[name];
        return (
          text !== null && (
            <Fact key={name} of={name}>
              {name === 'modality' ? <Modality text={text} /> : <Foreign text={text} />}
            </Fact>
          )
        );
      })}
      {leads.length > 0 && (
        <Fact of="leads">
          {leads.map((url) => (
            <div key={url}>
              <a className="small-target" href={url} target="_blank" rel="noreferrer noopener" title={url}>
                <Code>{hostOf(url)}</Code>
              </a>
            </div>
          ))}
        </Fact>
      )}
      {externalId !== null && (
        <Fact of="externalId">
          <Code>{externalId}</Code>
        </Fact>
      )}
    </dl>
  );
}

/** A code that the desk has a word for, in the language of the interface; anything else as it was written. */
function HowSure({ text }: { text: string }) {
  const words = useWords();
  return words.find(`modality.${text.replace(/[^a-z]+/g, '_')}`) ?? <Foreign text={text} />;
}

/** How it is said, with the words that say so behind a colon. */
function Modality({ text }: { text: string }) {
  const at = text.indexOf(':');
  if (at < 0) return <HowSure text={text} />;
  return (
    <>
      <HowSure text={text.slice(0, at)} />: <Foreign text={text.slice(at + 1).trim()} />
    </>
  );
}

function Fact({
  of,
  children,
}: {
  of: (typeof texts)[number] | 'topics' | 'leads' | 'externalId';
  children: ReactNode;
}) {
  const words = useWords();
  return (
    <div>
      <dt>{words(`facts.${of}`)}</dt>
      <Changed as="dd" part={of}>
        {children}
      </Changed>
    </div>
  );
}

/** What has become of it that its reader has to know before anything else. */
export function ClaimFlags({ of }: { of: Pick<Claim, 'test' | 'recheckDue' | 'mergedInto'> }) {
  const words = useWords();
  const { test, recheckDue, mergedInto } = of;
  return (
    <>
      {test && <p className="notice attention">{words('facts.test')}</p>}
      {recheckDue && <p className="notice attention">{words('facts.recheckDue')}</p>}
      {mergedInto && (
        <p className="notice">
          <span>
            {words('facts.mergedInto')} <ClaimLink of={mergedInto.ref} />
            {mergedInto.ended !== null && (
              <>
                {' '}
                <span className="chip attention">{words.known('status.', mergedInto.ended)}</span>
              </>
            )}
          </span>
        </p>
      )}
    </>
  );
}
