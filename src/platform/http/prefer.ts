import type { IncomingMessage } from 'node:http';
import { headerOf } from './header.js';

/** RFC 7240: `Prefer: wait=N` asks to hold the answer for up to N seconds. */

const longestWait = 30;
const onePreference = /[^,"]*(?:"(?:[^"\\]|\\.)*"[^,"]*)*/g;

/** Seconds the caller is willing to wait, 0 to 30; 0 when nothing valid was asked for. */
export function preferredWait(request: IncomingMessage): number {
  const preferences = headerOf(request, 'prefer')?.match(onePreference) ?? [];
  // The first of several counts (RFC 7240, section 2).
  const wait = preferences.map(readWait).find((seconds) => seconds !== undefined);
  return Math.min(wait ?? 0, longestWait);
}

function readWait(preference: string): number | undefined {
  const found = /^\s*wait\s*=\s*(?:"(\d{1,9})"|(\d{1,9}))\s*(?:;|$)/i.exec(preference);
  const seconds = found?.[1] ?? found?.[2];
  return seconds === undefined ? undefined : Number(seconds);
}

/** The header that says the preference was honored, and with which limit. */
export const preferenceApplied = (seconds: number): Record<string, string> =>
  seconds > 0 ? { 'Preference-Applied': `wait=${String(seconds)}` } : {};
