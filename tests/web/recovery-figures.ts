import type { Money } from '@junkan/kit/pure/money.ts';
import type { Event, Sums } from './sums.ts';

const STEP_OF: Readonly<Record<string, string>> = {
  RecoveryClaimed: 'recovery-claimed',
  RecoveryAnswered: 'recovery-answered',
  RecoveryApproved: 'recovery-approved',
  RecoveryRefused: 'recovery-refused',
  ResolutionProposed: 'resolution-proposed',
  ResolutionConfirmed: 'resolution-confirmed',
  ResolutionRefused: 'resolution-refused',
};
const SUMS: Readonly<Record<string, string>> = {
  refunded: 'refunded',
  justified: 'justified',
  documented: 'documented',
  'written-off': 'writtenOff',
};

/** What is claimed back of an agreement, and what has become of it. */
export function recovered(sums: Sums, { type, stream, data, at }: Event): void {
  const { recovery, resolution, amount, portions = [], kind = '' } = data;
  const step = STEP_OF[type];
  if (recovery === undefined || step === undefined) return;
  const claim = `${stream}/recoveries/${recovery}`;
  const part = `${claim}/resolutions/${resolution}`;
  if (type === 'RecoveryClaimed') {
    sums.set(`${claim}/amount`, amount);
    for (const portion of portions) sums.set(`${claim}/portions/${portion.sponsor}/amount`, portion.amount);
  }
  const whole = sums.of.get(`${claim}/amount`);
  if (type === 'RecoveryApproved' && whole) {
    for (const name of Object.values(SUMS)) sums.set(`${claim}/${name}`, { ...whole, amount: 0n });
    sums.set(`${claim}/pending`, whole);
  }
  if (type === 'ResolutionProposed') {
    sums.set(`${part}/amount`, amount);
    kinds.set(part, kind);
  }
  const settled = sums.of.get(`${part}/amount`);
  if (type === 'ResolutionConfirmed' && settled) settle(sums, claim, settled, kinds.get(part) ?? '');
  sums.set(`${step}/${at}`, settled ?? whole);
}

const kinds = new Map<string, string>();

/** A refund that was confirmed by mistake is pending again. */
function settle(sums: Sums, claim: string, settled: Money, kind: string): void {
  const times = kind === 'reversed' ? -1n : 1n;
  sums.add(`${claim}/${SUMS[kind] ?? 'refunded'}`, settled, times);
  sums.add(`${claim}/pending`, settled, -times);
}
