/** The chain as readers will get it: each line heard it from those below it. */
import type { EditionDocument } from '../api/verdicts.js';
import { pageWords } from '../../../src/domain/publishing/page/page-words.js';
import { useLanguage } from '../language/words.js';
import { EdtfDate } from '../parts/edtf-date.js';
import { Foreign } from '../parts/foreign.js';
import { Kept, Name } from './edition-words.js';

type Link = EditionDocument['chain'];

export function EditionChain({ document: { chain, article } }: { document: EditionDocument }) {
  return (
    <ul className="chain">
      <Line link={chain} article={article} />
    </ul>
  );
}

function Line({ link, article }: { link: Link; article?: EditionDocument['article'] }) {
  const { language } = useLanguage();
  const { verb, mode, date, from } = link;
  return (
    <li className={`chain-link mode-${mode}`}>
      <div className="chain-node">
        {article && link.source === null && link.label === null ? (
          <Kept text={article.title} language={article.language} />
        ) : (
          <Who link={link} />
        )}
        {verb !== null && (
          <span className="soft">
            «<Foreign text={verb} />»
          </span>
        )}
        <span className="small soft">{pageWords[language].modes[mode]}</span>
        {date !== null && <EdtfDate className="small soft" of={date} />}
      </div>
      {from.length > 0 && (
        <ul>
          {from.map((deeper, index) => (
            <Line key={index} link={deeper} />
          ))}
        </ul>
      )}
    </li>
  );
}

export function Who({
  link: { source, label, anonymous },
}: {
  link: Pick<Link, 'source' | 'label' | 'anonymous'>;
}) {
  const { language } = useLanguage();
  const unnamed = pageWords[language].claim.anonymous;
  if (!source && label === null) return <span className="soft">{unnamed}</span>;
  return (
    <>
      <strong>{source ? <Name source={source} /> : <Foreign text={label ?? ''} />}</strong>
      {anonymous && <span className="soft"> ({unnamed})</span>}
    </>
  );
}
