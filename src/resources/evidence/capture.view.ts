import type { z } from 'zod';
import type { CaptureFailureCode } from '../../domain/evidence/capture.js';
import type { CaptureRow } from '../../capture/capture.repository.js';
import type * as output from './evidence.schema.js';
import type { Header, Hop } from '../../capture/fetch-page.js';

export const viewCapture = (row: CaptureRow): z.input<typeof output.capture> => ({
  id: row.id,
  number: row.number,
  outcome: row.outcome,
  attemptedAt: row.at.toISOString(),
  sha256: row.sha256,
  title: row.title,
  failure: row.reason === null ? null : { code: row.reason as CaptureFailureCode, detail: row.detail ?? '' },
  evidence: { id: row.evidenceId },
  change: row.change,
  url: row.url,
  redirects: (row.redirects as unknown as Hop[]).map(({ url, status }) => ({ url, httpStatus: status })),
  httpStatus: row.status,
  headers: row.headers as unknown as Header[],
  mediaType: row.mediaType,
  charset: row.charset,
  language: row.language,
  size: row.size,
  excerpt: row.excerpt,
});
