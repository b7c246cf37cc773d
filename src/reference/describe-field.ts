import { describeValue } from './describe-values.js';
import { fieldWords } from './field-words.js';

/** What a field holds: by the schema it stands in, or by its name where that means the same everywhere. */
export const describeField = (name: string, owner: string): string | undefined =>
  fieldWords[`${owner}.${name}`] ?? fieldWords[name] ?? describeValue(name);
