import * as m from '#messages/statements';
import { personName } from '../../acts/words.ts';
import type { AnswerOf, Schemas } from '../../api/client.ts';
import { Facts } from '../../parts/Facts.tsx';
import { momentText, numberText, shareText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Seal } from '../../parts/Seal.tsx';
import { Days } from './days.tsx';
import { matchedOf } from './matched.ts';

type Statement = AnswerOf<'getStatement'>;

/** Of which account and days a statement tells, its balances and whether they add up, and how much of it is matched. */
export function StatementFacts({ statement }: { readonly statement: Statement }) {
  const {
    id,
    account,
    bic,
    bankCode,
    owner,
    page,
    from,
    to,
    openingBalance,
    closingBalance,
    importedBy,
    importedAt,
    file,
    names = {},
  } = statement;
  return (
    <Facts
      of={[
        [
          m.account(),
          <span key="account" className="num">
            {account}
          </span>,
        ],
        [m.bank(), [bic, bankCode].filter(Boolean).join(' · ') || null],
        [m.owner(), owner ? (names[owner]?.text ?? owner) : m.noOwner()],
        [m.page(), page || null],
        [m.days(), from || to ? <Days of={statement} /> : null],
        [m.openingBalance(), openingBalance ? <Money amount={openingBalance} of={`${id}/openingBalance`} /> : null],
        [m.closingBalance(), closingBalance ? <Money amount={closingBalance} of={`${id}/closingBalance`} /> : null],
        [m.balances(), <Balance key="balance" statement={statement} />],
        [m.matched(), matchedText(statement)],
        [m.importedBy(), <Seal key="by" isMini name={personName(names, importedBy)} />],
        [
          m.importedAt(),
          <time key="at" dateTime={importedAt}>
            {momentText(importedAt)}
          </time>,
        ],
        [
          m.hash(),
          <span key="hash" className="mono">
            {file}
          </span>,
        ],
      ]}
    />
  );
}

function Balance({ statement: { id, balance, differsBy, untold } }: { readonly statement: Statement }) {
  if (balance === 'adds-up') return m.addsUp();
  if (balance === 'cannot-be-told') return m.untold({ code: untold ?? '' });
  return (
    <b>
      {m.differs()} {differsBy ? <Money amount={differsBy} of={`${id}/differsBy`} /> : null}
    </b>
  );
}

function matchedText(statement: Pick<Schemas['Statement'], 'sums' | 'currency'>): string | null {
  const { entries, all, share, shareOfAmount } = matchedOf(statement);
  if (share === undefined) return null;
  const lines = m.matchedEntries({ entries: numberText(entries), all: numberText(all), share: shareText(share) });
  return shareOfAmount === undefined ? lines : `${lines} · ${m.matchedAmount({ share: shareText(shareOfAmount) })}`;
}
