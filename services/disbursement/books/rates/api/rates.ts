import { asPart, type Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idFrom, sha256 } from '@junkan/kit/ids.ts';
import { isCurrency } from '@junkan/kit/money-text.ts';
import { ProblemError, problemOf } from '@junkan/kit/problem.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { REJECTIONS, rateSheetIdParts } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { ImportedRates } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { Commands, Parts } from '../../../agreements/api/parts.ts';
import { rateSheets } from '../../../mapping.ts';
import { readRates } from '../format/read-file.ts';
import type { Rate } from '../rate.ts';
import type { RateSheetId, Sheet } from '../rate-sheet.ts';
import { currentRates } from '../view/converting.ts';

type RateRpcs = 'enterRates' | 'importRates' | 'confirmRates' | 'refuseRates';
type Deviation = { readonly reason: string; readonly secondSource: string };
type Given = Sheet & {
  readonly rates: readonly Rate[];
  readonly corrects: boolean;
  readonly file: string;
  readonly deviation?: Deviation | undefined;
};
type RateParts = Pick<Parts, 'keys' | 'store' | 'texts' | 'clock' | 'standingRates' | 'tolerancePercent'>;

/** Exchange rates: entered by one person, manually or from a file, and confirmed by another. */
export function rateCommands({ keys, store, texts, clock, standingRates, tolerancePercent }: RateParts): Pick<Commands, RateRpcs> {
  const run = commander(store, rateSheets, REJECTIONS);
  const said = withNote(run, texts);

  const entering = ({ base, rates, deviation, ...given }: Given, { actor: by }: Received) => ({
    type: 'EnterRates' as const,
    ...given,
    base,
    rates,
    deviation,
    tolerance: tolerancePercent,
    current: currentRates(
      standingRates.prepare,
      base,
      rates.map(({ currency }) => currency),
      given.day,
    ),
    now: clock.now(),
    by,
    unknown: [base, ...rates.map(({ currency }) => currency)].filter((currency) => !isCurrency(currency)),
  });

  /** Whether they were entered so before, by this very request too. @throws ProblemError where they would be refused. */
  async function isKnown(id: RateSheetId, given: Given, call: Received): Promise<boolean> {
    const { state, commits } = await store.read(rateSheets, id);
    const decision = rateSheets.decide(entering(given, call), state);
    if (decision.ok) return decision.events.length === 0;
    const { commandId } = step(call, id);
    if (commits.some((commit) => commit.commandId === commandId)) return true;
    throw new ProblemError(problemOf(decision.rejection, REJECTIONS));
  }

  return {
    async enterRates(given, call) {
      // The stream follows from source, base and day: of another one the same key would know nothing.
      await keys.claim(call);
      return run(sheetOf(given), entering({ ...given, file: '' }, call), call);
    },

    async importRates({ source, base, file, corrects, deviation }, call) {
      const refusal = notAllowed(call.actor, ['finance.maker']);
      if (refusal) throw new ProblemError(problemOf(refusal, REJECTIONS));
      await keys.claim(call);
      const read = readRates(file);
      if (!read.ok) throw new ProblemError(problemOf(read.refusal, REJECTIONS));
      const all = read.days.map(({ day, rates }) => ({ source, base, day, rates, corrects, deviation, file: sha256(file) }));
      const known = new Map<string, boolean>();
      // Before anything is recorded, so that a file is taken whole or not at all.
      for (const given of all) known.set(given.day, await isKnown(sheetOf(given), given, call));
      const days: ImportedRates[] = [];
      let answer: Awaited<ReturnType<typeof run>> | undefined;
      for (const given of all) {
        const { day, rates } = given;
        const id = sheetOf(given);
        answer = await run(id, entering(given, call), step(call, id));
        days.push({ id, day, rates: rates.length, known: known.get(day) ?? false });
      }
      return { answer, days };
    },

    confirmRates: ({ sheet }, call) => run(sheet, { type: 'ConfirmRates', now: clock.now(), by: call.actor }, call),

    refuseRates: ({ sheet, note: words }, call) =>
      said(sheet, words, call, (note) => ({ type: 'RefuseRates', note, now: clock.now(), by: call.actor })),
  };
}

const sheetOf = ({ source, base, day }: Sheet): RateSheetId => idFrom(...rateSheetIdParts(source, base, day));

/** Each day of a file is a separate command; the same file sent under the same key continues where it was interrupted. */
function step(call: Received, id: RateSheetId): Received {
  const name = sha256(JSON.stringify([call.commandId, id]));
  return { ...asPart(call, name), requestHash: name };
}
