/** Words of others: their own language and direction, whatever the interface runs in. */
import type { ElementType } from 'react';
import { containBidi } from '../../../src/domain/text/contain-bidi.js';
import { directionOfText } from '../../../src/domain/text/direction.js';
import { useWords } from '../language/words.js';

interface Props {
  text: string;
  /** BCP 47; without it, most of the text's own letters decide how it runs. */
  language?: string | undefined;
  as?: ElementType;
  className?: string | undefined;
}

export function Foreign({ text, language, as: Element = 'bdi', className }: Props) {
  if (text === '') return <TakenOut as={Element} className={className} />;
  return (
    <Element dir={directionOfText(text, language)} lang={language} className={className}>
      {containBidi(text)}
    </Element>
  );
}

/** What must not be shown any more is empty: a quote, a title, a name. */
function TakenOut({ as: Element = 'bdi', className = '' }: Pick<Props, 'as' | 'className'>) {
  const words = useWords();
  return <Element className={`${className} soft`.trim()}>{words('removed')}</Element>;
}

/** Refs, hosts, hashes and addresses always run from left to right. */
export const Code = ({ children }: { children: string }) => (
  <bdi dir="ltr" className="figures">
    {containBidi(children)}
  </bdi>
);

/** Of an address, what a reader knows a page by. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
