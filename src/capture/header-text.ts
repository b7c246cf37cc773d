/** PURE: the value of a header. HTTP gives bytes, which are read as Latin-1; what servers mean by them is UTF-8. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** As UTF-8 where it is that, otherwise as it is. */
export function readHeaderText(value: string): string {
  try {
    return decoder.decode(Buffer.from(value, 'latin1'));
  } catch {
    return value;
  }
}
