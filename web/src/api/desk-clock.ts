/** The desk's time: what is due, reserved or away ends by its clock, and the one of this device may be wrong. */

/** By how much the desk's clock is ahead of this device's; milliseconds. */
let ahead = 0;

/** `Date` says whole seconds. */
const roughMs = 1_000;

/** `askedAt`, `answeredAt`: by the clock of this device. What this device may be right about, it is. */
export function noteDeskTime(headers: Headers, askedAt: number, answeredAt = Date.now()): void {
  // What was kept by the browser was said at another time.
  if (!/no-(?:cache|store)/.test(headers.get('cache-control') ?? '')) return;
  const said = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(said)) return;
  const [least, most] = [said - answeredAt, said + roughMs - askedAt];
  if (ahead < least || ahead > most) ahead = (least + most) / 2;
}

export const deskNow = (): number => Date.now() + ahead;
