import type { InForce } from '../agreement-state.ts';
import type { ResultChange } from './measure.ts';
import type { AmendmentRejection, Promised } from './measure-commands.ts';

type Of = Pick<ResultChange, 'tranche' | 'code'>;

const promiseOf = (promised: readonly Promised[], { tranche }: Of): Promised | undefined =>
  promised.find((each) => each.tranche === tranche);

/** What an indicator of a milestone is to reach now; '' where it is not promised. */
export const targetIn = (promised: readonly Promised[], of: Of): string =>
  promiseOf(promised, of)?.targets.find(({ code }) => code === of.code)?.target ?? '';

/** Why these targets cannot change, or nothing. What is reported is judged by what was promised when it was. */
export function resultsFault(
  results: readonly ResultChange[],
  promised: readonly Promised[],
  { tranches }: InForce,
): AmendmentRejection | undefined {
  const seen = new Set<string>();
  for (const { tranche, code, before, target } of results) {
    if (!tranches.some(({ number }) => number === tranche)) return { type: 'TrancheIsUnknown', tranche };
    const key = `${tranche}/${code}`;
    if (seen.has(key)) return { type: 'ResultIsChangedTwice', tranche, code };
    const found = promiseOf(promised, { tranche, code });
    const codes = (found?.targets ?? []).map((each) => each.code);
    if (!found || !codes.includes(code)) return { type: 'ResultIsNotPromised', tranche, code, promised: codes };
    if (!found.isOpen) return { type: 'ResultIsReported', tranche, code, status: found.status };
    if (target === before) return { type: 'TargetIsUnchanged', tranche, code, target };
    seen.add(key);
  }
  return undefined;
}
