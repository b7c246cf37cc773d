import type { Reference } from '../platform/http/openapi.js';
import { describeField } from './describe-field.js';
import { describeValues } from './describe-values.js';
import { exampleOf } from './examples/examples.js';
import { apiTags } from './tags.js';

/** What the document of the API says beside what its operations say. */
export const reference: Reference = { tags: apiTags, words: { describeField, describeValues }, exampleOf };
