import { lazy, useState } from 'react';
import * as m from '#messages/payment-files';
import type { Given } from '../../acts/Act.tsx';
import { Awaiting } from '../../parts/Awaiting.tsx';

// They come with the form.
const Candidates = lazy(async () => ({ default: (await import('./candidates.tsx')).Candidates }));

const FIELD = 'payments';
const NONE: readonly string[] = [];

/** Which of the payments that wait go into a file: all that can, until somebody leaves one in. */
export function useChosen(payer: string, currency: string): Given {
  const [payments, setChosen] = useState(NONE);
  return {
    body: { payer, currency, payments },
    own: {
      isReadable: payments.length > 0,
      faultsOf: () => (payments.length > 0 ? {} : { [FIELD]: m.chooseOne() }),
      show: ({ [FIELD]: fault }) => (
        <Awaiting>
          <Candidates payer={payer} currency={currency} fault={fault} onChosen={setChosen} />
        </Awaiting>
      ),
    },
  };
}
