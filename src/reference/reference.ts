import type { Reference } from '../platform/http/openapi.js';
import { describeField } from './describe-field.js';
import { describeValues } from './describe-values.js';
import { examplesWith } from './examples/examples.js';
import type { FoundIds } from './examples/made-ids.queries.js';
import { apiTags } from './tags.js';

/** What the document of the API says beside what its operations say; `found`: what this installation has to name in examples. */
export const referenceWith = (found: FoundIds = {}): Reference => ({
  tags: apiTags,
  words: { describeField, describeValues },
  exampleOf: examplesWith(found),
});
