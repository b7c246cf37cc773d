/** Where in a history something is not as it was, and what. */
export interface FaultLocation {
  /** Line of the export, from 1. */
  line?: number;
  /** `claim/<id>`, or `subject/<type>/<id>` for what belongs to no claim. */
  chain?: string;
  ordinal?: number;
  /** Id of the event. */
  id?: string;
  /** Of the tables: which row of which, and which column of it. */
  table?: string;
  row?: string;
  column?: string;
  /** Of an edition: JSON pointers (RFC 6901) to what is different in it. */
  parts?: readonly string[];
  /** Of what holds the tables together, as in `trigger events_stay on events`. */
  definition?: string;
}

/** The first thing that is wrong with an export. Its message is what is wrong, as the end of a sentence. */
export class VerificationError extends Error {
  override readonly name = 'VerificationError';

  constructor(
    message: string,
    readonly place: FaultLocation = {},
  ) {
    super(message);
  }
}

/** What somebody wrote into the data of an event by hand may have any form: it is found, and nobody is stopped by it. */
export function requireReadable({ id, ordinal }: { id: string; ordinal: number }, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (error instanceof VerificationError) throw error;
    throw new VerificationError('says nothing that can be read', { id, ordinal });
  }
}
