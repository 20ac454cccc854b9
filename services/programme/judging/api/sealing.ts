import { randomBytes, randomInt } from 'node:crypto';
import { sha256 } from '@junkan/kit/ids.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Parts } from '../../api/parts.ts';
import { type Kept, type KeptOf, sealedOf } from '../kept.ts';
import type { Mark } from '../marks.ts';
import { type KeptMarks, sealOfMarks } from '../seal.ts';

// What jurors have sealed: kept as texts of theirs, read by this service alone, and opened all together.

export const newSalt = (): string => randomBytes(16).toString('hex');

/** The jurors in an order that nobody can foresee. */
export function drawn(persons: readonly string[]): string[] {
  const left = [...persons].toSorted();
  return persons.flatMap(() => left.splice(randomInt(left.length), 1));
}

export async function keptIn<Text>({ texts }: Pick<Parts, 'texts'>, references: readonly string[]): Promise<ReadonlyMap<string, Text>> {
  const read = await texts.read(references);
  return new Map([...read].map(([reference, text]) => [reference, JSON.parse(text) as Text]));
}

/** What somebody who judges has marked of one thing last: the draft, or what is sealed. */
export async function lastMarks(
  parts: Pick<Parts, 'texts'>,
  own: KeptOf<string> | undefined,
  nomination: string,
): Promise<readonly Mark[]> {
  const last = own && (own.drafts.find((each) => each.nomination === nomination) ?? sealedOf(own, nomination));
  return last ? ((await keptIn<KeptMarks>(parts, [last.kept])).get(last.kept)?.marks ?? []) : [];
}

/** In an order that is another for everybody who judges, and the same each time. */
export function shuffledFor<Judged>(judge: string, all: readonly Judged[], idOf: (one: Judged) => string): Judged[] {
  const drawOf = (one: Judged): string => sha256(`${judge} ${idOf(one)}`);
  return all.toSorted((a, b) => (drawOf(a) < drawOf(b) ? -1 : 1));
}

/** What one juror has sealed in time; what was erased since, or is not what its hash says, is not there. */
export async function inTime<Nomination extends string>(
  { texts }: Pick<Parts, 'texts'>,
  sealed: readonly Kept<Nomination>[],
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
