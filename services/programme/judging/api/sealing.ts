import { randomBytes, randomInt } from 'node:crypto';
import { sha256 } from '@junkan/kit/ids.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Parts } from '../../api/parts.ts';
import { type KeptMarks, sealOfMarks } from '../seal.ts';

// What jurors have sealed: kept as texts of theirs, read by this service alone, and opened all together.

export const newSalt = (): string => randomBytes(16).toString('hex');

/** The jurors in an order that nobody can foresee. */
export function drawn(persons: readonly string[]): string[] {
  const left = [...persons].toSorted();
  return persons.flatMap(() => left.splice(randomInt(left.length), 1));
}

export async function keptIn<Kept>({ texts }: Pick<Parts, 'texts'>, references: readonly string[]): Promise<ReadonlyMap<string, Kept>> {
  const read = await texts.read(references);
  return new Map([...read].map(([reference, text]) => [reference, JSON.parse(text) as Kept]));
}

/** `kept`: the reference of the text with the marks. */
type Sealed<Nomination> = { readonly nomination: Nomination; readonly kept: string; readonly hash: string; readonly at: Instant };

/** What one juror has sealed in time; what was erased since, or is not what its hash says, is not there. */
export async function inTime<Nomination extends string>(
  { texts }: Pick<Parts, 'texts'>,
  sealed: readonly Sealed<Nomination>[],
  until: Instant,
): Promise<(KeptMarks & { readonly nomination: Nomination })[]> {
  const timely = sealed.filter(({ at }) => at <= until);
  const kept = await keptIn<KeptMarks>(
    { texts },
    timely.map((each) => each.kept),
  );
  return timely.flatMap(({ nomination, kept: reference, hash }) => {
    const found = kept.get(reference);
    return found && sha256(sealOfMarks({ ...found, nomination })) === hash ? [{ nomination, ...found }] : [];
  });
}

/** The marks of a juror with the references of what was said with them; `references`: in the order of the marks. */
export function unsealedMarks<Nomination extends string>(
  juror: string,
  whole: readonly (KeptMarks & { readonly nomination: Nomination })[],
  references: readonly string[],
) {
  let at = 0;
  return whole.map(({ nomination, salt, marks }) => ({
    juror,
    nomination,
    salt,
    marks: marks.map(({ criterion, mark }) => ({ criterion, mark })),
    words: marks.flatMap(({ criterion }) => {
      const note = references[at++] ?? '';
      return note === '' ? [] : [{ criterion, note }];
    }),
  }));
}
