/**
 * Why a call came to nothing. The message is fit for whoever owns the address: it says what they can do
 * about it, and no address that a name of ours led to.
 */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';

  constructor(
    readonly code:
      | 'refused' // it leads where we do not call
      | 'unknown_host' // DNS knows no such name
      | 'unreachable' // no connection, or DNS does not answer
      | 'insecure' // its certificate does not hold
      | 'too_slow'
      | 'broken', // connected, and then no proper answer
    message: string,
  ) {
    super(message);
  }
}
