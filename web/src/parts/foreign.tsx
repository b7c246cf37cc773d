/** Words of others: their own language and direction, whatever the interface runs in. */
import type { ElementType } from 'react';
import { containBidi } from '../../../src/domain/text/contain-bidi.js';
import { directionOfText } from '../../../src/domain/text/direction.js';

interface Props {
  text: string;
  /** BCP 47; without it, most of the text's own letters decide how it runs. */
  language?: string | undefined;
  as?: ElementType;
  className?: string | undefined;
}

export const Foreign = ({ text, language, as: Element = 'bdi', className }: Props) => (
  <Element dir={directionOfText(text, language)} lang={language} className={className}>
    {containBidi(text)}
  </Element>
);

/** Refs, hosts, hashes and addresses always run from left to right. */
export const Code = ({ children }: { children: string }) => (
  <bdi dir="ltr" className="figures">
    {containBidi(children)}
  </bdi>
);

/** Of an address, what a reader knows a page by. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
