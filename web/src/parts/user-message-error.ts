/** A mishap in words for a person, as the desk says it itself. */
export class UserMessageError extends Error {}
