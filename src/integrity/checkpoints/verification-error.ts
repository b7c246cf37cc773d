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
