import type { DatabaseSync } from 'node:sqlite';
import type { Handlers } from '@junkan/kit/pure/handled.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import type { Event } from '@junkan/proto/contexts.ts';

/** The files that items of the programme name, and on which terms: `seen` once they are handed in, or published. */
export const NAMED = `
  CREATE TABLE named (
    hash TEXT NOT NULL, item TEXT NOT NULL, seen INTEGER NOT NULL, licence TEXT NOT NULL, PRIMARY KEY (hash, item, seen)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX named_by ON named (item);`;

type Named = { readonly file: string; readonly licence?: string };
type WithEvidence = { readonly data: { readonly evidence: readonly string[] } };

export function namesOfProgramme(db: DatabaseSync): Handlers<Event, [stream: string], void> {
  const unname = db.prepare('DELETE FROM named WHERE item = ? AND seen = 0');
  const name = db.prepare('INSERT OR REPLACE INTO named VALUES (?, ?, 0, ?)');
  const see = db.prepare('UPDATE OR REPLACE named SET seen = 1 WHERE item = ?');
  /** In the place of what was named there and is not handed in. */
  const drafts = (item: string, files: readonly Named[]): void => {
    unname.run(item);
    for (const { file, licence = '' } of files) if (file !== '') name.run(file, item, licence);
  };
  // What is said of a file last counts.
  const handsIn = (item: string): void => void see.run(item);
  const shows = (item: string, files: readonly string[]): void => {
    drafts(
      item,
      files.map((file) => ({ file })),
    );
    handsIn(item);
  };
  const withEvidence = ({ data: { evidence } }: WithEvidence, item: string): void => shows(item, evidence);
  return {
    CouncilDecided: ({ data: { decision } }, signatory) => shows(signatory, decision ? [decision.document] : []),
    MandateGiven: ({ data: { document } }, signatory) => shows(signatory, [document]),
    ActionPlanned: ({ data: { content } }, action) => shows(action, content?.evidence ?? []),
    ActionRevised: ({ data: { content } }, action) => shows(action, content?.evidence ?? []),
    ResultRecorded: withEvidence,
    ResultCorrected: withEvidence,
    SeriesValueRecorded: withEvidence,
    SeriesValueCorrected: withEvidence,
    SeriesCorrectionProposed: withEvidence,
    AssessmentSignedOff: ({ data: { answers } }, assessment) =>
      shows(
        assessment,
        answers.flatMap(({ evidence }) => evidence),
      ),
    PlanDrafted: ({ data: { decision } }, plan) => drafts(plan, decision ? [{ file: decision.document }] : []),
    PlanSubmitted: (_, plan) => handsIn(plan),
    PolicyAdopted: ({ data: { documents } }, request) => shows(request, documents),
    InstrumentDrafted: ({ data: { content } }, instrument) => drafts(instrument, content?.sources ?? []),
    InstrumentPublished: (_, instrument) => handsIn(instrument),
  };
}

/** The items of the programme that name a file, by the file's hash. */
export const namedBy = (prepare: Prepare, hash: string) =>
  prepare('SELECT item, seen, licence FROM named WHERE hash = ?')
    .all(hash)
    .map(({ item, seen, licence }) => ({
      isOfLibrary: String(item).startsWith('pol_'),
      isSeen: Number(seen) === 1,
      licence: String(licence),
    }));
