/** Words of an edition: as they are, or that they were taken out. */
import type { ElementType } from 'react';
import type { EditionDocument } from '../api/verdicts.js';
import { useLanguage, useWords } from '../language/words.js';
import { Foreign } from '../parts/foreign.js';
import { nameOf } from '../review/names.rules.js';
import { textsOf, type Removable } from './sealed-text.rules.js';

export function Kept({ text, ...rest }: { text: Removable; language?: string; as?: ElementType }) {
  const words = useWords();
  return typeof text === 'string' ? (
    <Foreign text={text} {...rest} />
  ) : (
    <span className="soft">{words('removed')}</span>
  );
}

export function Name({
  source: { name, names },
}: {
  source: NonNullable<EditionDocument['article']['outlet']>;
}) {
  const { language } = useLanguage();
  return <Kept text={typeof name === 'string' ? nameOf({ name, names }, language) : name} />;
}

/** Each language of a text as a paragraph of its own. */
export const Paragraphs = ({ of }: { of: unknown }) =>
  textsOf(of).map(({ language, text }, index) => (
    <Foreign key={index} as="p" text={text} {...(language !== undefined && { language })} />
  ));
