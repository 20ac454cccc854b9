import { createHash } from 'node:crypto';
import type { Database } from '@junkan/kit/mongo.ts';
import { type Finding, finding, type Recorded, type Stored } from './facts.ts';
import { restingOnInfected } from './held-files.ts';

type Text = { readonly _id: string; readonly salt: string; readonly text: string };
type File = { readonly _id: string; readonly file: unknown };
type Part = { readonly files_id: unknown; readonly n: number; readonly data: { readonly buffer: Uint8Array } };

/**
 * 12. The texts and files that are kept are those that events name by their hashes; a text may have been erased, a file may not. What a person says by hand of
 * the bank, and what a proposer says to have spent, depends on a file; nothing depends on one in which a scanner had found something.
 */
export async function contentsAreAsNamed(stored: Stored): Promise<Finding> {
  const { check, result } = finding();
  for (const { name, db } of Object.values(stored)) {
    for await (const { _id, salt, text } of db.collection<Text>('texts').find()) {
      const named = `txt_${createHash('sha256').update(salt).update(text).digest('hex')}`;
      check(named === _id, () => `the text ${_id} in ${name} is not the one that was named`);
    }
  }
  const { db } = stored.project;
  const kept = new Set<string>();
  for await (const { _id, file } of db.collection<File>('blobs').find()) {
    kept.add(_id);
    check((await hashOf(db, file)) === _id, () => `the file ${_id} is not the one that was named`);
  }
  const cited = new Set(
    [...stored.project.events, ...stored.disbursement.events].flatMap((event) => {
      const { type, data } = event;
      if (isByHand(event)) return data.document ? [data.document as string] : [];
      if (CITING.includes(type)) return (data.evidence ?? []) as string[];
      return type === 'ProjectDocumentsAttached' ? ((data.documents ?? []) as { hash: string }[]).map(({ hash }) => hash) : [];
    }),
  );
  for (const { type, data } of stored.programme.events) {
    const document: string | undefined = data.document ?? data.decision?.document;
    const sources: readonly { readonly file?: string }[] = type === 'InstrumentDrafted' ? (data.content?.sources ?? []) : [];
    for (const file of [document, ...sources.map((source) => source.file)]) if (file) cited.add(file);
  }
  for (const fault of restingOnNothing(stored.disbursement.events)) check(false, () => fault);
  for (const hash of cited) check(kept.has(hash), () => `the file ${hash} is cited and not kept`);
  for (const fault of await restingOnInfected(stored, db, CITING)) check(false, () => fault);
  return result();
}

/** What is stated with files that prove it. */
const CITING: readonly Recorded['type'][] = [
  'MilestoneInspected',
  'MilestoneReportSubmitted',
  'ExpenditureSubmitted',
  'ConditionReported',
  'GuaranteeCalled',
  'ReceiptRecorded',
];

/** What is reported of the bank by hand. */
const BY_HAND: readonly Recorded['type'][] = ['PaymentSettlementReported', 'PaymentReturnReported'];
const isByHand = ({ type, data }: Recorded): boolean =>
  !data.statement && (BY_HAND.includes(type) || (type === 'ResolutionProposed' && data.kind === 'refunded'));

/** Earlier versions asked for no file: so nothing is missing before the first event of its kind that names one. */
export function restingOnNothing(events: readonly Recorded[]): string[] {
  const groups: readonly (readonly [readonly Recorded[], (event: Recorded) => boolean])[] = [
    [events.filter(isByHand), ({ data }) => Boolean(data.document)],
    [events.filter(({ type }) => type === 'ExpenditureSubmitted'), ({ data }) => (data.evidence ?? []).length > 0],
  ];
  return groups.flatMap(([all, hasFile]) => {
    const first = all.filter(hasFile).reduce((least, { at }) => (least === '' || at < least ? at : least), '');
    return all
      .filter((event) => first !== '' && event.at > first && !hasFile(event))
      .map(({ type, stream, version }) => `${type} ${version} of ${stream} rests on no file`);
  });
}

async function hashOf(db: Database, file: unknown): Promise<string> {
  const hash = createHash('sha256');
  for await (const { data } of db.collection<Part>('blob_bytes.chunks').find({ files_id: file }).sort({ n: 1 })) hash.update(data.buffer);
  return hash.digest('hex');
}
