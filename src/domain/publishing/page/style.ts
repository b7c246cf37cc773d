/** The one stylesheet of all pages, in them: no request waits for it. Directions are logical, colors come in pairs. */
const tokens = `
:root,[lang]{--k:1;--s1:calc(.8125rem*var(--k));--s2:calc(.9375rem*var(--k));--s3:calc(1.125rem*var(--k));--s4:calc(1.375rem*var(--k));--s5:calc(1.75rem*var(--k))}
:lang(ar),:lang(fa),:lang(ur){--k:1.08}
:root{color-scheme:light dark;
--paper:light-dark(oklch(.985 .004 85),oklch(.19 .012 265));--sheet:light-dark(oklch(1 0 0),oklch(.225 .014 265));
--ink:light-dark(oklch(.23 .02 265),oklch(.93 .008 85));--quiet:light-dark(oklch(.45 .02 265),oklch(.75 .012 265));
--rule:light-dark(oklch(.89 .008 85),oklch(.34 .016 265));--link:light-dark(oklch(.42 .13 262),oklch(.78 .1 255));
--yes:light-dark(oklch(.42 .09 165),oklch(.8 .11 165));--yes-tint:light-dark(oklch(.965 .025 165),oklch(.27 .035 165));
--no:light-dark(oklch(.46 .16 27),oklch(.78 .12 27));--no-tint:light-dark(oklch(.965 .02 27),oklch(.28 .045 27));
--open:light-dark(oklch(.43 .03 265),oklch(.82 .025 265));--open-tint:light-dark(oklch(.955 .008 265),oklch(.28 .02 265));
--heed:light-dark(oklch(.45 .1 65),oklch(.83 .11 75));--heed-tint:light-dark(oklch(.965 .04 80),oklch(.29 .045 70));
--text:system-ui,"Noto Sans Arabic",sans-serif;
--read:Charter,Georgia,"Noto Serif",serif}
:lang(ar){--read:"Noto Naskh Arabic","Geeza Pro","Traditional Arabic","Noto Serif",serif}`;

const base = `
*{box-sizing:border-box}
cite{font-style:normal}
html{-webkit-text-size-adjust:100%;scroll-padding-block-start:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:var(--s2)/1.6 var(--text);overflow-wrap:anywhere}
:lang(ar){line-height:1.75}
p,ul,ol,dl,h1,h2,h3,blockquote,figure{margin:0;padding:0}
ul,ol{list-style:none}
a{color:var(--link);text-underline-offset:.2em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
time,.hash,.steps{font-variant-numeric:tabular-nums}
q{quotes:"“" "”"}q:lang(ar){quotes:"«" "»"}
.quiet{color:var(--quiet);font-size:var(--s1)}.removed{color:var(--quiet);font-style:normal}
.unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:1rem;inset-block-start:-4rem;background:var(--sheet);padding:.5rem 1rem;z-index:1}
.skip:focus{inset-block-start:.5rem}
.site,main,.foot{inline-size:min(46rem,100% - 2.5rem);margin-inline:auto}
.site{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.5rem;padding-block:1rem;border-block-end:1px solid var(--rule)}
.site>:first-child{margin-inline-end:auto}
.site a{color:inherit;text-decoration:none;display:inline-block;padding-block:.25rem}.site a:hover{text-decoration:underline}
.name,.site .name{font-weight:600;display:inline-flex;align-items:center;gap:.5rem}
.name svg{inline-size:1.25rem;block-size:1.25rem;flex:none;fill:none;stroke:var(--link);stroke-width:1.75}
.site ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;font-size:var(--s1)}
main{padding-block:1.5rem 3rem}
.foot{padding-block:1.25rem 2.5rem;border-block-start:1px solid var(--rule);color:var(--quiet);font-size:var(--s1)}
.foot ul{display:flex;flex-wrap:wrap;gap:0 1.25rem;margin-block-start:.5rem}.foot a{display:inline-block;padding-block:.25rem}`;

const claim = `
h1{font:600 var(--s5)/1.35 var(--read);margin-block:.5rem 1rem}
h1:lang(ar){line-height:1.7}
h2{font-size:var(--s3);font-weight:600;margin-block:0 .75rem}
section{padding-block:1.5rem;border-block-start:1px solid var(--rule);content-visibility:auto;contain-intrinsic-size:auto 12rem;overflow-clip-margin:1rem}
section [dir=auto],.found [dir=auto],dd[dir=auto]{text-align:-webkit-match-parent;text-align:match-parent}
section p+p{margin-block-start:.35rem}
.band{border-inline-start:4px solid var(--heed);background:var(--heed-tint);padding:.6rem .9rem;margin-block-end:1rem;font-weight:600}
.band p+p{font-weight:400;margin-block-start:.2rem}
.original{border-inline-start:2px solid var(--rule);padding-inline-start:1rem;margin-block:0 1rem;font:var(--s3)/1.6 var(--read)}
.original:lang(ar){line-height:2}
.alone a{display:inline-block;padding-block:.25rem}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin-block-end:1.5rem;align-items:baseline}
dt{color:var(--quiet)}dd{margin:0}
.facts dt,.facts dd{padding-block:.1rem}
.verdict{border:1px solid var(--rule);border-block-start:4px solid var(--open);border-radius:6px;background:var(--sheet);padding:1.25rem;margin-block-end:1.5rem}
.verdict.supports{border-block-start-color:var(--yes)}.verdict.refutes{border-block-start-color:var(--no)}
.verdict h2{font-size:var(--s1);color:var(--quiet);font-weight:400;margin-block-end:.25rem}
.rating{font-weight:600;color:var(--open)}
.rating.supports{color:var(--yes)}.rating.refutes{color:var(--no)}
.verdict>.rating{font-size:var(--s5);line-height:1.3}
.mark{inline-size:1.1em;block-size:1.1em;vertical-align:-.2em;margin-inline-end:.35em;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.steps{display:flex;align-items:center;gap:4px;margin-block:.75rem;font-size:var(--s1);color:var(--quiet);max-inline-size:26rem}
.steps i{flex:1;block-size:6px;background:var(--rule);border-radius:3px}
.steps span:first-child{margin-inline-end:.5rem}.steps span:last-child{margin-inline-start:.5rem}
.steps .here{block-size:14px;background:var(--open)}.steps .supports{background:var(--yes)}.steps .refutes{background:var(--no)}
.findings{margin-block-start:.75rem;display:grid;gap:.3rem}
.findings li{padding-inline-start:1.1rem;position:relative}
.findings li::before{content:"";position:absolute;inset-inline-start:0;inset-block-start:.72em;inline-size:.4rem;block-size:1.5px;background:var(--quiet)}
.prose{font:var(--s3)/1.65 var(--read);max-inline-size:70ch}.prose:lang(ar){line-height:2}
.prose p+p{margin-block-start:1em}
.note{font:var(--s1) var(--text);text-decoration:none;padding-inline:.15em}
.evidence>li,.entries>li,.history>li{padding-block:.75rem}
.evidence>li+li,.entries>li+li,.history>li+li{border-block-start:1px dashed var(--rule)}
.evidence>li:target{background:var(--heed-tint);outline:.5rem solid var(--heed-tint)}
.stance{font-size:var(--s1);padding:.1rem .5rem;border-radius:1rem;background:var(--open-tint);color:var(--open);white-space:nowrap}
.stance.for{background:var(--yes-tint);color:var(--yes)}.stance.against{background:var(--no-tint);color:var(--no)}
.hash bdi{font-family:ui-monospace,Menlo,Consolas,monospace}
.entries dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin-block-start:.35rem}
.entries blockquote{border-inline-start:2px solid var(--rule);padding-inline-start:.9rem;margin-block-start:.35rem}
.statement{font:var(--s3)/1.5 var(--read)}.statement:lang(ar){line-height:1.8}
.related li{display:grid;grid-template-columns:9rem 1fr;gap:0 1rem}.related li>*{grid-column:2}.related li>:first-child{grid-column:1;grid-row:1;margin-block-start:.25rem}.related .statement{font-size:var(--s2)}
.chain,.chain ul{margin-block-start:.5rem}
.chain li{position:relative;padding-inline-start:1.5rem;padding-block:.2rem}
.chain li::before{content:"";position:absolute;inset-inline-start:.25rem;inset-block-start:.75em;inline-size:.5rem;block-size:.5rem;border:1.5px solid var(--link);border-radius:50%;background:var(--paper)}
.chain ul>li::after{content:"";position:absolute;inset-inline-start:-1rem;inset-block:-.6em auto;block-size:1.55em;inline-size:1.2rem;border-inline-start:1.5px solid var(--rule);border-block-end:1.5px solid var(--rule);border-end-start-radius:6px}
.chain ul>li.indirect::after{border-style:none none dashed dashed}[dir=rtl] .chain ul>li.indirect::after{border-style:none dashed dashed none}
.chain ul>li+li::after{inset-block-start:-100%;block-size:calc(100% + .95em)}
.chain .who{font-weight:600}
del{color:var(--no);text-decoration-thickness:.08em}ins{color:var(--yes);text-decoration-thickness:.08em;text-underline-offset:.2em}
.diff{font:var(--s2)/1.7 var(--read);background:var(--sheet);border:1px solid var(--rule);border-radius:6px;padding:.75rem 1rem;margin-block-start:.5rem}.diff:lang(ar){line-height:2}
.method li{padding-inline-start:1.1rem;position:relative;margin-block-end:.35rem}
.method li::before{content:"";position:absolute;inset-inline-start:0;inset-block-start:.75em;inline-size:.4rem;block-size:1.5px;background:var(--quiet)}`;

const lists = `
.finder{display:grid;grid-template-columns:1fr 12rem auto;gap:.5rem 1rem;align-items:end;margin-block:1.25rem 1.5rem}
.finder label{display:grid;gap:.15rem;font-size:var(--s1);color:var(--quiet)}
input,select,button{font:inherit;font-size:var(--s2);color:var(--ink);background:var(--sheet);border:1px solid var(--quiet);border-radius:6px;padding:.45rem .7rem;min-block-size:2.75rem;inline-size:100%;min-inline-size:0}
button{background:var(--link);border-color:var(--link);color:var(--paper);font-weight:600;cursor:pointer;padding-inline:1.25rem}
.found>li{padding-block:1.25rem;border-block-start:1px solid var(--rule);display:grid;gap:.3rem}
.about{margin-block-end:1.5rem}.found p::first-letter{text-transform:uppercase}
.found .statement{font-size:var(--s4)}.found .statement a{color:inherit;text-decoration:none}.found .statement a:hover{text-decoration:underline}
.chips{display:flex;flex-wrap:wrap;gap:.25rem 1rem}.chips a{display:inline-block;padding-block:.2rem}
.turn{display:flex;gap:1.5rem;padding-block:1.25rem;border-block-start:1px solid var(--rule)}
main.embed{inline-size:100%;margin:0;background:var(--sheet);border:1px solid var(--rule);border-radius:6px;border-block-start:4px solid var(--open);padding:1rem 1.1rem;min-block-size:100vh;display:flex;flex-direction:column;gap:.5rem}
.embed.supports{border-block-start-color:var(--yes)}.embed.refutes{border-block-start-color:var(--no)}
.embed .rating{font-size:var(--s4)}.embed h1{font-size:var(--s3);margin:0}.embed .band{margin:0;font-size:var(--s1)}
.embed footer a,main>p>a:only-child{display:inline-block;padding-block:.25rem}
.embed footer{margin-block-start:auto;display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;font-size:var(--s1)}
@media(max-width:40rem){.related li{grid-template-columns:1fr}.related li>*,.related li>:first-child{grid-column:1}.finder{grid-template-columns:1fr}.facts{grid-template-columns:1fr;gap:0}.facts dd{margin-block-end:.4rem}h1{font-size:var(--s4)}}
@media(forced-colors:active){.steps i{border:1px solid CanvasText}.steps .here{background:Highlight;forced-color-adjust:none}.band,.verdict,.embed{border-color:CanvasText}}
@media(prefers-reduced-motion:no-preference){a{transition:text-decoration-thickness .12s}}
@media print{.site ul,.finder,.skip,.turn,.foot ul{display:none}body{background:none;color:#000}.evidence a::after{content:" <" attr(href) ">";font-size:.8em}section{break-inside:avoid-page;content-visibility:visible}}`;

export const style = (tokens + base + claim + lists).replaceAll('\n', '');
