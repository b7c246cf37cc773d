/** A strict reader of WARC 1.1: every byte of the file belongs to a record, or it throws. */

export interface WarcRecord {
  /** By their names in lower case. */
  fields: Record<string, string>;
  block: Buffer;
}

export function readWarc(file: Buffer): WarcRecord[] {
  const records: WarcRecord[] = [];
  let at = 0;
  while (at < file.length) {
    const end = file.indexOf('\r\n\r\n', at);
    if (end < 0) throw new Error(`no end of a header after ${String(at)}`);
    const [version, ...lines] = file.subarray(at, end).toString('utf8').split('\r\n');
    if (version !== 'WARC/1.1') throw new Error(`no record at ${String(at)}`);
    const fields: Record<string, string> = {};
    for (const line of lines) {
      const [, name = '', value = ''] = /^([A-Za-z-]+): (.+)$/.exec(line) ?? [];
      if (name === '' || name.toLowerCase() in fields) throw new Error(`not a field, or twice: ${line}`);
      fields[name.toLowerCase()] = value;
    }
    for (const needed of ['warc-type', 'warc-record-id', 'warc-date', 'content-length'])
      if (!(needed in fields)) throw new Error(`a record without ${needed}`);
    const length = Number(fields['content-length']);
    const block = file.subarray(end + 4, end + 4 + length);
    if (block.length !== length) throw new Error('a record that is cut off');
    at = end + 4 + length + 4;
    if (file.subarray(at - 4, at).toString('latin1') !== '\r\n\r\n')
      throw new Error('a record without an end');
    records.push({ fields, block });
  }
  return records;
}
