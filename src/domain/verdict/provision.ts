/** PURE: whether a provision can carry the violation that a verdict cites it for. */
import { parseEdtf } from '../text/edtf.js';
import type { Direction } from '../instrument/rules.js';
import type { VerdictRemark } from './rules.js';

export interface CitedProvision {
  ref: string;
  /** When the act happened: EDTF, as precise as it is known. */
  date: string;
  /** Which way the goods went, seen from the instrument's subject; null where the citation does not say. */
  went: 'to' | 'from' | null;
  /** Which way the provision governs; `none`: nothing that is transferred. */
  governs: Direction;
  /** First and last day in force, `YYYY-MM-DD`, inclusive; null where that side is open or not known. */
  inForceFrom: string | null;
  inForceUntil: string | null;
}

/**
 * What is wrong with the citations, each fault with its pointer; empty where all of them fit. `ofViolation`:
 * the claim says that a norm was broken, which a provision that governs no transfer cannot bear out.
 */
export function findMiscited(cited: readonly CitedProvision[], ofViolation: boolean): VerdictRemark[] {
  return cited.flatMap((one, index) => {
    const at = `/provisions/${String(index)}`;
    const faults = [wrongTime(one), wrongWay(one, ofViolation)];
    return faults.flatMap((fault) => (fault ? [{ ...fault, pointer: `${at}/${fault.pointer}` }] : []));
  });
}

/** A date that may mean a day on which the provision was in force passes; `?` and `~` do not widen it. */
function wrongTime({ ref, date, inForceFrom, inForceUntil }: CitedProvision): VerdictRemark | undefined {
  const act = parseEdtf(date);
  if (!act.ok) return undefined;
  const fault = (message: string) => ({ code: 'provision_not_in_force', pointer: 'date', message });
  if (inForceFrom !== null && act.latest !== null && act.latest < inForceFrom) {
    return fault(`${ref} was not in force yet: it is since ${inForceFrom}`);
  }
  if (inForceUntil !== null && act.earliest !== null && act.earliest > inForceUntil) {
    return fault(`${ref} was no longer in force: it was until ${inForceUntil}`);
  }
  return undefined;
}

function wrongWay({ ref, went, governs }: CitedProvision, ofViolation: boolean): VerdictRemark | undefined {
  const fault = (code: string, message: string) => ({ code, pointer: 'direction', message });
  if (governs === 'both' || (governs === 'none' && !ofViolation)) return undefined;
  if (governs === 'none') {
    const message = `${ref} governs no transfer: it cannot be violated by one`;
    return { code: 'provision_wrong_direction', pointer: 'id', message };
  }
  if (went === null) {
    return fault(
      'direction_missing',
      `${ref} governs one direction: say whether the goods went "to" or "from" the party that the instrument is about`,
    );
  }
  if (went === governs) return undefined;
  return fault(
    'provision_wrong_direction',
    `${ref} governs what goes ${governs} the party that the instrument is about, not what goes ${went} it`,
  );
}
