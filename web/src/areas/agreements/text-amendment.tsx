import * as t from '#messages/agreement-text';
import * as m from '#messages/agreements';
import { newTargets } from '#messages/parts';
import { Targets } from '../../acts/Targets.tsx';
import type { Schemas } from '../../api/client.ts';
import { momentText } from '../../parts/locale.ts';
import { together } from '../../parts/sums.ts';
import { Matrix } from './matrix.tsx';
import { Clause, type Edition, Hash, type Names, OfferTerms, Signed } from './text-parts.tsx';

type Props = { readonly agreement: string; readonly edition: Edition; readonly names: Names };

/** What an amendment has made of the agreement, in words, dates, money and terms. */
export function AmendmentText({ agreement, edition, names }: Props) {
  const { number, measure, at, provisions, financing, results } = edition;
  const of = `${agreement}/editions/${number}`;
  return (
    <Clause id={`h-edition-${number}`} title={t.edition({ kind: 'amendment', number: measure })}>
      <p>{t.effective({ at: momentText(at) })}</p>
      {provisions ? (
        <>
          <h3>{t.words()}</h3>
          <p dir="auto" className="provisions">
            {provisions}
          </p>
        </>
      ) : null}
      {results.length > 0 ? (
        <>
          <h3>{newTargets()}</h3>
          <Targets of={results} />
        </>
      ) : null}
      <h3>{t.amendedWhoPays()}</h3>
      <Matrix agreement={{ ...edition, shares: owed(edition), id: of, names, payments: [] }} />
      {financing.length > 0 ? (
        <>
          <h3>{t.termsAnew()}</h3>
          <OfferTerms edition={edition} names={names} only={financing.map(({ offer }) => offer)} />
        </>
      ) : null}
      <h3>{m.approvals()}</h3>
      <Signed edition={edition} names={names} />
      <Hash edition={edition} />
    </Clause>
  );
}

/** What each sponsor pays from then on: its parts of all milestones. */
const owed = ({ shares, cells }: Edition): Edition['shares'] =>
  shares.map((share) => {
    const own = cells.filter(({ sponsor }) => sponsor === share.sponsor).map(({ amount }) => amount);
    return {
      ...share,
      amount: own.reduce<Schemas['Money'] | undefined>((sum, each) => (sum ? together(sum, each) : each), undefined) ?? share.amount,
    };
  });
