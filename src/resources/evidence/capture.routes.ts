import { z } from 'zod';
import { entityTag, matches, replyOr304 } from '../../platform/http/conditional.js';
import { tagOfDocument } from '../../platform/http/document-tag.js';
import { notFound } from '../../platform/errors.js';
import { preferenceApplied, preferredWait, prefersAsync } from '../../platform/http/prefer.js';
import {
  created,
  ok,
  operationsTagged,
  shows,
  type Operation,
  type Reply,
} from '../../platform/http/route.js';
import { answerPage } from '../../platform/http/list-query.js';
import { captureParams, captureQuery, evidenceParams } from './capture.schema.js';
import { viewCapture } from './capture.view.js';
import type { EvidenceService } from './evidence.service.js';
import type { CaptureService } from '../../capture/capture.service.js';
import { capture, capturePage, captureText } from './evidence.schema.js';
import { asAttachment } from '../../domain/evidence/file-name.js';

const operation = operationsTagged('Evidence');

const listed = {
  Location: 'Where the captures are listed',
  'Retry-After': 'How many seconds to wait before they are looked at again',
};
const unreadable = [
  'capture_not_found',
  'nothing_captured',
  'content_erased',
  'content_missing',
  'content_damaged',
  'store_unavailable',
] as const;
const disposition = { 'Content-Disposition': 'Always an attachment, under the name the page gave it' };

export function captureOperations(
  captures: CaptureService,
  evidence: Pick<EvidenceService, 'listCaptures' | 'isCaptureSeen'>,
): Operation[] {
  return [
    operation('GET /v1/evidence/{id}/captures', {
      id: 'listEvidenceCaptures',
      summary: 'What came of each look at the page of this evidence, newest first unless sorted otherwise',
      description:
        'A page is captured when the evidence is recorded and again when somebody asks. Failed looks are listed too, with the reason. Outside the desk, those that a published revision rests on.',
      permission: 'read',
      params: evidenceParams,
      query: captureQuery,
      answers: shows('A page of captures', capturePage),
      problems: ['evidence_not_found'],
      handle: async ({ params: { id }, query, caller, request }) =>
        answerPage(request, await evidence.listCaptures(id, query, caller)),
    }),
    operation('POST /v1/evidence/{id}/captures', {
      id: 'createCapture',
      summary: 'Have the page captured once more',
      description:
        'A worker looks at it; `change` of the new capture says what became of the page. Earlier captures stay, and so does what verdicts rest on. `Prefer: wait=N` waits for it.',
      permission: 'record',
      params: evidenceParams,
      headers: { Prefer: '`wait=N`: wait up to N seconds (30 at most) for what comes of it' },
      answers: {
        201: { description: 'The new capture', body: capture },
        202: {
          description: 'A worker will look at it',
          body: z.strictObject({ status: z.literal('owed') }),
          headers: listed,
        },
      },
      problems: ['evidence_not_found', 'capture_under_way', 'evidence_erased'],
      handle: async ({ params: { id }, caller, request, rights }) => {
        await captures.request(id, caller);
        const wait = preferredWait(request);
        const made = wait > 0 ? await captures.settled(id, wait) : undefined;
        if (wait > 0) await rights.present();
        const applied = preferenceApplied(wait, !made && prefersAsync(request));
        if (made) return created(`/v1/captures/${made.id}`, viewCapture(made), applied);
        const headers = { Location: `/v1/evidence/${id}/captures`, 'Retry-After': '1', ...applied };
        return { status: 202, body: { status: 'owed' }, headers };
      },
    }),
    operation('GET /v1/captures/{id}', {
      id: 'getCapture',
      summary: 'One capture: what was asked, what was answered, and the beginning of its text',
      description:
        '`excerpt` is the beginning of the text that a reader of the page would see. The bytes are at `/content`, for the desk. Outside the desk, captures that a published revision rests on.',
      permission: 'read',
      params: captureParams,
      answers: {
        200: { description: 'The capture', body: capture },
        304: { description: 'Nothing of it was erased' },
      },
      problems: ['capture_not_found'],
      handle: async ({ params: { id }, caller, request }) => {
        const found = await captures.read(id);
        if (!(await evidence.isCaptureSeen(id, caller))) throw notFound('capture', id);
        const shown = viewCapture(found);
        return replyOr304(request, tagOfDocument('capture', JSON.stringify(shown)), ok(shown));
      },
    }),
    operation('GET /v1/captures/{id}/text', {
      id: 'getCaptureText',
      summary: 'The whole text that a reader of the captured page would see',
      description: 'Read from the bytes, which were checked against their hash. For the desk.',
      permission: 'read_desk',
      params: captureParams,
      answers: {
        200: { description: 'The text', body: captureText },
        304: { description: 'It never changes' },
      },
      problems: unreadable,
      handle: async ({ params: { id }, request }) => {
        const { sha256, ...read } = await captures.text(id);
        return replyOr304(request, entityTag('capture', id, 'text', sha256), ok(read));
      },
    }),
    operation('GET /v1/captures/{id}/content', {
      id: 'getCaptureContent',
      summary: 'The captured bytes as they came, to be saved and not to be shown',
      description:
        'For the desk: pages belong to those who made them. The ETag is the SHA-256, and the bytes were checked against it.',
      permission: 'read_desk',
      params: captureParams,
      answers: {
        200: {
          description: 'The bytes',
          body: z.string(),
          contentType: 'application/octet-stream',
          headers: disposition,
        },
        304: { description: 'It never changes' },
      },
      problems: unreadable,
      handle: async ({ params: { id }, request }) => {
        const { sha256, bytes, name } = await captures.content(id);
        return saved(request, { bytes, name, type: 'application/octet-stream', tag: `"${sha256}"` });
      },
    }),
    operation('GET /v1/captures/{id}/warc', {
      id: 'getCaptureWarc',
      summary: 'The capture as a WARC 1.1 file: request, response and redirects, with digests',
      description: 'For archives and the tools that replay them: the bytes as they came.',
      permission: 'read_desk',
      params: captureParams,
      answers: {
        200: {
          description: 'The file',
          body: z.string(),
          contentType: 'application/warc',
          headers: disposition,
        },
        304: { description: 'It never changes' },
      },
      problems: unreadable,
      handle: async ({ params: { id }, request }) => {
        const bytes = await captures.warc(id);
        return saved(request, {
          bytes,
          name: `${id}.warc`,
          type: 'application/warc',
          tag: entityTag('warc', id),
        });
      },
    }),
  ];
}

/** Bytes of whoever runs the page: whatever opens them has to find no rights, no scripts and no type to guess. */
function saved(
  request: Parameters<typeof matches>[0],
  { bytes, name, type, tag }: { bytes: Buffer; name: string; type: string; tag: string },
): Reply {
  const headers = { ETag: tag };
  if (matches(request, tag)) return { status: 304, headers };
  return {
    status: 200,
    headers: {
      ...headers,
      'Content-Disposition': asAttachment(name),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Content-Length': String(bytes.length),
    },
    stream: (response) => {
      // Bytes have no charset.
      response.setHeader('Content-Type', type);
      response.end(bytes);
    },
  };
}
