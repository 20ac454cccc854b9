import { lazy, Suspense, useState } from 'react';
import * as m from '#messages/rules';
import type { OwnFields } from '../../acts/Act.tsx';
import { Begin } from '../../acts/Begin.tsx';
import type { Schemas } from '../../api/client.ts';
import type { Values } from '../../api/drafts.ts';
import { decimalOf, writtenOf } from '../../parts/amounts.ts';

type Money = Schemas['Money'];
const ROLES: readonly Schemas['Session']['roles'][number][] = ['sponsor.officer', 'secretariat.officer'];
const A_CURRENCY = /^[A-Z]{3}$/;
const OTHER = 'amount';
// They come with the form.
const LimitFields = lazy(async () => ({ default: (await import('./limit-fields.tsx')).LimitFields }));
const NONE: Readonly<Record<string, string>> = {};

type Props = {
  readonly standing: readonly Money[];
  /** A proposal waits already: what was proposed last is still told. */
  readonly isOver: boolean;
};

/** Proposes the limits of one's own organisation: those that stand can be changed or left out, and one in another currency added. */
export function ProposeLimits({ standing, isOver }: Props) {
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(standing.map(({ amount, currency }) => [currency, writtenOf(amount)])),
  );
  const limits = limitsIn(standing, values);
  const isReadable = limits.every((limit) => limit !== undefined);
  const own: OwnFields = {
    isReadable,
    faultsOf: () => (isReadable ? NONE : { limits: m.unreadable() }),
    show: () => (
      <Suspense fallback={null}>
        <LimitFields
          standing={standing}
          values={values}
          other={OTHER}
          onChange={(name, value) => setValues({ ...values, [name]: value })}
        />
      </Suspense>
    ),
  };
  return <Begin operation="proposeLimits" roles={ROLES} isOver={isOver} body={{ limits }} own={own} />;
}

function limitsIn(standing: readonly Money[], values: Values): (Money | undefined)[] {
  const kept = standing.map(({ currency }): [string, string] => [currency, values[currency] ?? '']);
  const other: [string, string] = [(values[`${OTHER}.currency`] ?? '').trim().toUpperCase(), values[OTHER] ?? ''];
  return [...kept, other].filter(([, written]) => written.trim() !== '').map(([currency, written]) => limitOf(currency, written));
}

function limitOf(currency: string, written: string): Money | undefined {
  const amount = decimalOf(written);
  return amount !== undefined && A_CURRENCY.test(currency) ? { amount, currency } : undefined;
}
