import * as m from '#messages/statements';
import type { AnswerOf, Schemas } from '../../base/api/client.ts';
import { moneyText } from '../../base/parts/Money.tsx';
import type { Chosen } from './chosen.ts';

type Listed = AnswerOf<'listAgreements'> | undefined;
/** What two persons have said by hand that a guarantor has paid, or a city has paid back: a line is that by the reference of the bank. `moved`: what the bank moved. */
export type ByHand = {
  readonly of: Exclude<Chosen, { readonly settles: string }>;
  readonly moved: Schemas['Money'];
  readonly text: string;
};

const projectOf = (listed: Listed, { project }: Schemas['Agreement']): string => listed?.names?.[project]?.text ?? '';

/** What a sponsor has paid of calls of its guarantees. */
export const claimsByHand = (listed: Listed, sponsor: string): ByHand[] =>
  (listed?.agreements ?? []).flatMap((agreement) =>
    (agreement.drawings ?? []).flatMap((each) => {
      const { kind, status, number: drawing, statement = '', bankReference = '', amount: moved } = each;
      if (kind !== 'call' || status !== 'paid' || statement !== '' || each.sponsor !== sponsor) return [];
      const text = `${m.claimOf({ project: projectOf(listed, agreement), number: drawing })} · ${bankReference}`;
      return [{ of: { agreement: agreement.id, drawing }, moved, text }];
    }),
  );

/** What was paid back to a sponsor, among others. */
export const refundsByHand = (listed: Listed, sponsor: string): ByHand[] =>
  (listed?.agreements ?? []).flatMap((agreement) =>
    (agreement.recoveries ?? []).flatMap(({ number: recovery, resolutions }) =>
      resolutions.flatMap(({ kind, status, portions, statement = '', bankReference = '', amount: open, credited: moved = open }) => {
        const isOwn = portions.some((portion) => portion.sponsor === sponsor);
        if (kind !== 'refunded' || status !== 'confirmed' || statement !== '' || !isOwn) return [];
        const refund = m.refundOf({ project: projectOf(listed, agreement), number: recovery, amount: moneyText(open) });
        return [{ of: { agreement: agreement.id, recovery, open }, moved, text: `${refund} · ${bankReference}` }];
      }),
    ),
  );
