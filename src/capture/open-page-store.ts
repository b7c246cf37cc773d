import { readAllowance } from '../domain/access/allowance.js';
import { createOutbound } from '../platform/outbound/outbound.js';
import { createFolderStore, type FolderOptions } from './folder-store.js';
import type { PageStore } from './page-store.js';
import { createS3Store } from './s3-store.js';
import type { EvidenceSettings } from '../platform/config/env.js';

/** The store that the settings name. Nothing is written or called before it is used. */
export function openPageStore(
  { dir, s3 }: EvidenceSettings,
  findUser?: FolderOptions['findUser'],
): PageStore {
  if (!s3) return createFolderStore(dir, { findUser });
  const { protocol, hostname, port } = new URL(s3.endpoint);
  const host = `${hostname}:${port === '' ? (protocol === 'https:' ? '443' : '80') : port}`;
  // The operator named it, so it may be inside. Nobody else's address goes this way.
  const allow = [readAllowance(host)].filter((one) => one !== undefined);
  return createS3Store(s3, { outbound: createOutbound({ allow }) });
}
