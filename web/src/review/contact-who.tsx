/** Who was asked: somebody whom the chain names, or somebody else by name; of a source, also who spoke for it. */
import { useId } from 'react';
import type { ChainLink } from '../api/claims.js';
import { useLanguage, useWords } from '../language/words.js';
import { namedIn } from './contact-who.rules.js';
import { nameOf } from './names.rules.js';

export const somebodyElse = 'other';

/** What the API takes; undefined where nobody is named yet. `asked` is a choice of the list, '' where there is no list. */
export function contactedBy(asked: string, who: string): { source?: string; label?: string } | undefined {
  const name = who.trim();
  const [, kind, of = ''] = /^(source|label) (.*)$/s.exec(asked) ?? [];
  if (kind === 'source') return { source: of, ...(name !== '' && { label: name }) };
  if (kind === 'label') return { label: of };
  return asked === somebodyElse && name !== '' ? { label: name } : undefined;
}

interface Props {
  chain: ChainLink;
  asked: string;
  who: string;
  busy: boolean;
  lacks: boolean;
  onChange: (change: { asked?: string; who?: string }) => void;
}

export function ContactWho({ chain, asked, who, busy, lacks, onChange }: Props) {
  const words = useWords();
  const { language } = useLanguage();
  const id = useId();
  const names = namedIn(chain);
  const isSource = asked.startsWith('source ');
  const fault = lacks && (
    <p className="fault" id={`${id}-fault`}>
      {words('field.needed')}
    </p>
  );
  const described = lacks ? { 'aria-invalid': true, 'aria-describedby': `${id}-fault` } : {};
  const namesNobody = names.length === 0 || asked === somebodyElse;
  return (
    <>
      {names.length > 0 && (
        <div className="field">
          <label htmlFor={`${id}-asked`}>{words('contacts.who')}</label>
          <select
            id={`${id}-asked`}
            value={asked}
            disabled={busy}
            {...(!namesNobody && described)}
            onChange={({ target }) => {
              onChange({ asked: target.value });
            }}
          >
            <option value="">{words('choose')}</option>
            {names.map((one) =>
              typeof one === 'string' ? (
                <option key={`label ${one}`} value={`label ${one}`}>
                  {one}
                </option>
              ) : (
                <option key={one.id} value={`source ${one.id}`}>
                  {nameOf(one, language)}
                </option>
              ),
            )}
            <option value={somebodyElse}>{words('contacts.somebodyElse')}</option>
          </select>
          {!namesNobody && fault}
        </div>
      )}
      {(namesNobody || isSource) && (
        <div className="field">
          <label htmlFor={`${id}-who`}>
            {words(isSource ? 'contacts.spoke' : names.length > 0 ? 'contacts.name' : 'contacts.who')}
          </label>
          <input
            id={`${id}-who`}
            dir="auto"
            value={who}
            readOnly={busy}
            {...(namesNobody && described)}
            onChange={({ target }) => {
              onChange({ who: target.value });
            }}
          />
          {namesNobody && fault}
        </div>
      )}
    </>
  );
}
