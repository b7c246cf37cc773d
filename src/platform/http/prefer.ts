import type { IncomingMessage } from 'node:http';
import { headerOf } from './header.js';

/** RFC 7240: `Prefer: wait=N` asks to hold the answer for up to N seconds, `respond-async` not to wait for the work. */

const longestWait = 30;
const onePreference = /[^,"]*(?:"(?:[^"\\]|\\.)*"[^,"]*)*/g;

/** Seconds the caller is willing to wait, 0 to 30; 0 when nothing valid was asked for. */
export function preferredWait(request: IncomingMessage): number {
  const preferences = preferencesOf(request);
  // The first of several counts (RFC 7240, section 2).
  const wait = preferences.map(readWait).find((seconds) => seconds !== undefined);
  return Math.min(wait ?? 0, longestWait);
}

/** Whether 202 is welcome where the work is not done yet. */
export const prefersAsync = (request: IncomingMessage): boolean =>
  preferencesOf(request).some((preference) => /^\s*respond-async\s*(?:;|$)/i.test(preference));

const preferencesOf = (request: IncomingMessage): string[] =>
  headerOf(request, 'prefer')?.match(onePreference) ?? [];

function readWait(preference: string): number | undefined {
  const found = /^\s*wait\s*=\s*(?:"(\d{1,9})"|(\d{1,9}))\s*(?:;|$)/i.exec(preference);
  const seconds = found?.[1] ?? found?.[2];
  return seconds === undefined ? undefined : Number(seconds);
}

/** The header that says which preferences were honored, and with which limit. */
export function preferenceApplied(seconds: number, answeredAsync = false): Record<string, string> {
  const applied = [
    ...(answeredAsync ? ['respond-async'] : []),
    ...(seconds > 0 ? [`wait=${String(seconds)}`] : []),
  ];
  return applied.length > 0 ? { 'Preference-Applied': applied.join(', ') } : {};
}
