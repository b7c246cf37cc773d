/** The chain of those who passed it on: from the article inward to who said it first. */
import type { ChainLink } from '../api/claims.js';
import { Changed } from '../changes/changes.js';
import { useLanguage, useWords } from '../language/words.js';
import { EdtfDate } from '../parts/edtf-date.js';
import { Foreign } from '../parts/foreign.js';
import { Note } from '../parts/note.js';
import { nameOf } from './names.rules.js';
import { originsOf, outletsOf } from './chain.rules.js';

export function Chain({ chain, language }: { chain: ChainLink; language: string }) {
  const words = useWords();
  return (
    <section className="stack" aria-labelledby="chain">
      <h2 id="chain">{words('review.chain')}</h2>
      <p className="soft">
        {words('review.outlets', { count: outletsOf(chain) })} ·{' '}
        {words('review.origins', { count: originsOf(chain) })}
      </p>
      <Changed as="div" part="chain">
        <ul className="chain">
          <LinkOfChain link={chain} language={language} />
        </ul>
      </Changed>
    </section>
  );
}

function LinkOfChain({ link, language }: { link: ChainLink; language: string }) {
  const words = useWords();
  const { language: mine } = useLanguage();
  const { source, label, verb, mode, anonymous, date, note, from } = link;
  return (
    <li className={`chain-link mode-${mode}`}>
      <div className="chain-node">
        {source ? (
          <strong>
            <Foreign text={nameOf(source, mine)} />
          </strong>
        ) : (
          <strong>
            {label === null ? words('review.unnamed') : <Foreign text={label} language={language} />}
          </strong>
        )}
        {verb !== null && (
          <span className="soft">
            «<Foreign text={verb} language={language} />»
          </span>
        )}
        <span className="small soft">{words.known('mode.', mode)}</span>
        {anonymous && <span className="chip">{words('review.anonymous')}</span>}
        {date !== null && <EdtfDate className="small soft" of={date} />}
        {note !== null && <Note className="small soft chain-note" text={note} />}
      </div>
      {from.length > 0 && (
        <ul>
          {from.map((deeper, index) => (
            <LinkOfChain key={index} link={deeper} language={language} />
          ))}
        </ul>
      )}
    </li>
  );
}
