import type * as model from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { type Recovery, type Resolution, sumsOf } from './domain/recovery.ts';

/** A recovery with what it comes to in each way, and how its parts are settled. */
export function recoveryMessage(recovery: Recovery): model.Recovery {
  const { 'written-off': writtenOff, ...sums } = sumsOf(recovery);
  return {
    ...recovery,
    portions: [...recovery.portions],
    resolutions: recovery.resolutions.map(resolutionMessage),
    advances: [...recovery.advances],
    ...sums,
    writtenOff,
  };
}

const resolutionMessage = ({
  ofStatement: { statement = '', statementEntry = 0 },
  portions,
  ...resolution
}: Resolution): model.Resolution => ({
  ...{ ...resolution, portions: [...portions] },
  ...{ statement, statementEntry },
});
