import type { Money } from '@junkan/kit/pure/money.ts';

/** A field and the rule that it does not keep. */
export type Fault = { readonly field: string; readonly rule: string };

export const faultIf = (is: boolean, field: string, rule: string): readonly Fault[] => (is ? [{ field, rule }] : []);

export const moneyFaults = (field: string, money: Money | undefined): readonly Fault[] =>
  money === undefined
    ? []
    : [
        ...faultIf(!/^[A-Z]{3}$/.test(money.currency), `${field}.currency`, 'must be an ISO 4217 code'),
        ...faultIf(money.amount < 0n, `${field}.amount`, 'must not be negative'),
      ];
