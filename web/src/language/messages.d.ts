/** The part of a file of messages that comes later: web/build/compile-messages.ts. */
declare module '*.json?later' {
  const messages: unknown;
  export default messages;
}
