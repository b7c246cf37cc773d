/** What a norm is called, and what it requires, in the words of the reader's language where there are any. */
import { useQuery } from '@tanstack/react-query';
import { oneInstrument } from '../api/instruments.js';
import type { Claim } from '../api/claims.js';
import { useLanguage, useWords } from '../language/words.js';
import { Code, Foreign } from '../parts/foreign.js';
import { nearestText } from '../../../src/domain/text/nearest-language.js';

type Touched = Pick<Claim['provisions'][number], 'instrument' | 'provision'>;

const useInstrument = ({ instrument }: Touched) => useQuery(oneInstrument(instrument.id)).data;

/** Its ref until the title is here. */
export function NormName({ of }: { of: Touched }) {
  const words = useWords();
  const { language } = useLanguage();
  const known = useInstrument(of);
  const title = known && nearestText(known.titles, language);
  return (
    <>
      {title ? (
        <Foreign text={title.text} language={title.language} />
      ) : (
        <Code>{known?.label ?? of.instrument.ref}</Code>
      )}
      {of.provision && <span>{words('norms.paragraph', { paragraph: of.provision.paragraph })}</span>}
    </>
  );
}

export function NormEffect({ of }: { of: Touched }) {
  const { language } = useLanguage();
  const provision = useInstrument(of)?.provisions.find(({ id }) => id === of.provision?.id);
  const effect = provision && nearestText(provision.effects, language);
  return effect ? <Foreign as="p" text={effect.text} language={effect.language} /> : null;
}
