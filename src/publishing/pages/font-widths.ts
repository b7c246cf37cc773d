/** How wide the characters of a TrueType font are (OpenType `cmap` and `hmtx`), and which it has. */

export interface FontWidths {
  /** In parts of the font size; undefined where it has no such character. */
  of(codePoint: number): number | undefined;
}

export function readFontWidths(font: Buffer): FontWidths {
  const tables = new Map<string, number>();
  for (let at = 0; at < font.readUInt16BE(4); at++) {
    const entry = 12 + 16 * at;
    tables.set(font.toString('latin1', entry, entry + 4), font.readUInt32BE(entry + 8));
  }
  const table = (name: string): number => {
    const offset = tables.get(name);
    if (offset === undefined) throw new Error(`the font has no table "${name}"`);
    return offset;
  };
  const perEm = font.readUInt16BE(table('head') + 18);
  const metrics = font.readUInt16BE(table('hhea') + 34);
  const hmtx = table('hmtx');
  const glyphs = readGlyphs(font, table('cmap'));
  const width = (glyph: number): number => font.readUInt16BE(hmtx + 4 * Math.min(glyph, metrics - 1)) / perEm;
  return {
    of: (codePoint) => {
      const glyph = glyphs.get(codePoint);
      return glyph === undefined ? undefined : width(glyph);
    },
  };
}

/** Glyph by code point, from the segments of format 4 or the groups of format 12. */
function readGlyphs(font: Buffer, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let at = 0; at < font.readUInt16BE(cmap + 2); at++) {
    const start = cmap + font.readUInt32BE(cmap + 8 + 8 * at);
    const format = font.readUInt16BE(start);
    if (format === 4) readSegments(font, start, glyphs);
    if (format === 12) readGroups(font, start, glyphs);
  }
  return glyphs;
}

function readGroups(font: Buffer, start: number, glyphs: Map<number, number>): void {
  for (let at = 0; at < font.readUInt32BE(start + 12); at++) {
    const group = start + 16 + 12 * at;
    const [first, last, glyph] = [0, 4, 8].map((offset) => font.readUInt32BE(group + offset)) as [
      number,
      number,
      number,
    ];
    for (let code = first; code <= last; code++) glyphs.set(code, glyph + code - first);
  }
}

function readSegments(font: Buffer, start: number, glyphs: Map<number, number>): void {
  const length = font.readUInt16BE(start + 6);
  for (let at = 0; at < length; at += 2) {
    const last = font.readUInt16BE(start + 14 + at);
    const first = font.readUInt16BE(start + 16 + length + at);
    const delta = font.readUInt16BE(start + 16 + 2 * length + at);
    const rangeAt = start + 16 + 3 * length + at;
    const range = font.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = range === 0 ? code : font.readUInt16BE(rangeAt + range + 2 * (code - first));
      if (glyph !== 0) glyphs.set(code, (glyph + delta) & 0xffff);
    }
  }
}
