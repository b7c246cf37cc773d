/** What `isnad import --help` says. */
export const claimImportUsage = `isnad import --claims FILE: enter claims from a table (.csv, .tsv) or lines of JSON (any other name), in UTF-8

  --dry-run          say what would become of each, and keep nothing
  --report FILE      write what became of each as lines of JSON

Lines of JSON are bodies of POST /v1/claims. The columns of a table are its fields in snake case:
  ref, external_id, article, article_version, kind, secondary_kinds, language, modality, statement_date, date_basis,
  topics, priority, worthiness, fidelity_note, leads, test (true or false), provisions, instruments
  quote, quote_prefix, quote_suffix, quote_start, quote_end
  gloss_en, gloss_ar, …     one for each language
  source, source_label, verb, mode (direct or indirect; direct, if left out), anonymous, said_on, said_note
                            whom the article heard it from; source_2, verb_2, … whom they heard it from, up to _8, none left out
No column may come twice. Lists are written with semicolons: visit;arms-transfer. Empty cells are left out. A chain with branches needs JSON.
A claim with a ref or an external_id may be imported again: with the same content it exists already.

Exit code: 0 all are in, 1 some were refused, 2 the file could not be read to its end.
`;
