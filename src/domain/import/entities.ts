/** Names of characters in HTML: those of HTML 4, and the letters of Europe that HTML 5 added. */

/** From U+00A0 on, one after the other. */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
/** From U+0391 on; `-` is no character. */
const greek =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega - - - - - - - alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega';
/** From U+0410 on: Cyrillic. */
const cyrillic =
  'Acy Bcy Vcy Gcy Dcy IEcy ZHcy Zcy Icy Jcy Kcy Lcy Mcy Ncy Ocy Pcy Rcy Scy Tcy Ucy Fcy KHcy TScy CHcy SHcy SHCHcy HARDcy Ycy SOFTcy Ecy YUcy YAcy acy bcy vcy gcy dcy iecy zhcy zcy icy jcy kcy lcy mcy ncy ocy pcy rcy scy tcy ucy fcy khcy tscy chcy shcy shchcy hardcy ycy softcy ecy yucy yacy - iocy djcy gjcy jukcy dscy iukcy yicy jsercy ljcy njcy tshcy kjcy - ubrcy dzcy';

/** A name and its character, by turns. */
const others = [
  'amp & lt < gt > quot " apos \' QUOT " AMP & LT < GT >',
  'ldquo “ rdquo ” bdquo „ lsquo ‘ rsquo ’ sbquo ‚ lsaquo ‹ rsaquo › hellip … ndash – mdash — horbar ―',
  'bull • dagger † Dagger ‡ permil ‰ prime ′ Prime ″ euro € trade ™ numero № minus − hyphen ‐ lowast ∗',
  'ensp \u2002 emsp \u2003 thinsp \u2009 zwnj \u200C zwj \u200D lrm \u200E rlm \u200F NewLine \n Tab \t',
  'larr ← uarr ↑ rarr → darr ↓ harr ↔ ne ≠ le ≤ ge ≥ asymp ≈ infin ∞ radic √ sum ∑ frasl ⁄ oline ‾',
  'OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ circ ˆ tilde ˜ Amacr Ā amacr ā Abreve Ă abreve ă',
  'Aogon Ą aogon ą Cacute Ć cacute ć Ccaron Č ccaron č Ccirc Ĉ ccirc ĉ Cdot Ċ cdot ċ Dcaron Ď dcaron ď',
  'Dstrok Đ dstrok đ Emacr Ē emacr ē Edot Ė edot ė Eogon Ę eogon ę Ecaron Ě ecaron ě Gbreve Ğ gbreve ğ',
  'Gcirc Ĝ gcirc ĝ Gdot Ġ gdot ġ Gcedil Ģ Hstrok Ħ hstrok ħ Imacr Ī imacr ī Iogon Į iogon į Idot İ imath ı inodot ı',
  'Kcedil Ķ kcedil ķ Lacute Ĺ lacute ĺ Lcedil Ļ lcedil ļ Lcaron Ľ lcaron ľ Lstrok Ł lstrok ł Nacute Ń nacute ń',
  'Ncedil Ņ ncedil ņ Ncaron Ň ncaron ň Omacr Ō omacr ō Odblac Ő odblac ő Racute Ŕ racute ŕ Rcaron Ř rcaron ř',
  'Sacute Ś sacute ś Scedil Ş scedil ş Tcedil Ţ tcedil ţ Tcaron Ť tcaron ť Umacr Ū umacr ū Ubreve Ŭ ubreve ŭ',
  'Uring Ů uring ů Udblac Ű udblac ű Uogon Ų uogon ų Zacute Ź zacute ź Zdot Ż zdot ż Zcaron Ž zcaron ž',
];

const inOrder = (names: string, first: number): [string, string][] =>
  names
    .split(' ')
    .map((name, at): [string, string] => [name, String.fromCodePoint(first + at)])
    .filter(([name]) => name !== '-');

const characters: ReadonlyMap<string, string> = new Map([
  ...inOrder(latin1, 0xa0),
  ...inOrder(greek, 0x391),
  ...inOrder(cyrillic, 0x410),
  ...others.flatMap((line) =>
    Array.from(line.matchAll(/([A-Za-z0-9]{1,40}) (\S|\s)(?: |$)/gu), ([, name = '', character = '']) => {
      const pair: [string, string] = [name, character];
      return pair;
    }),
  ),
]);

/** What numbers from 128 to 159 mean in pages: Windows-1252, whatever they say of themselves. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const entity = /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{1,9}));/g;

/** Decoded once; a name nobody knows stays as it is. */
export const decodeEntities = (text: string): string =>
  text.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return characters.get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    if (code >= 128 && code < 160) return windows1252[code - 128] ?? whole;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
