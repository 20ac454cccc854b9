import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy } from 'react';
import * as m from '#messages/accounts';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel, personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { useSession } from '../../base/api/session.ts';
import { Awaiting } from '../../base/parts/Awaiting.tsx';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { countryName } from '../../base/parts/locale.ts';
import { More } from '../../base/parts/More.tsx';
import { Seal } from '../../base/parts/Seal.tsx';
import { AccountState, NameAccount } from '../../lists/AccountTable.tsx';

// They come when they are asked for.
const UnderWay = lazy(async () => ({ default: (await import('../../opened/UnderWay.tsx')).UnderWay }));
const History = lazy(async () => ({ default: (await import('../../history/History.tsx')).History }));

const route = getRouteApi('/members/bank-accounts/$id');

type Account = Schemas['BankAccount'];
const SECRETARIAT = 'secretariat';

/** A bank account: its owner, the numbers by which banks know it, who confirmed it, and what may be done with it. */
export function Page() {
  const { id } = route.useParams();
  const { data: account } = useSuspenseQuery(itemQuery('getBankAccount', id));
  const { organisation, status, names = {} } = account;
  const session = useSession();
  const isOwn = session?.organisation === organisation;
  const isOfficer = session?.roles.some((role) => role.endsWith('.officer'));
  const mayConfirm = mayDo(account, 'confirmBankAccount');
  const title = m.accountEnding({ lastFour: account.lastFour ?? '' });
  const underWay = (
    <Awaiting>
      <UnderWay account={account} />
    </Awaiting>
  );
  return (
    <ItemPage
      title={title}
      up={<Link to="/bank-accounts">{m.accounts()}</Link>}
      crumbs={[names[organisation ?? '']?.text ?? account.holder]}
      state={<AccountState account={account} />}
    >
      <div className="two">
        <section className="part" aria-labelledby="h-facts">
          <h2 id="h-facts">{m.facts()}</h2>
          <AccountFacts account={mayConfirm ? unseen(account) : account} />
          {account.number ? null : <p className="quiet">{m.numberForOthers()}</p>}
          <Acts item={{ ...account, id }} given={({ operation }) => (operation === 'retireBankAccount' ? { summary: underWay } : {})} />
        </section>
        <HistoryPart id={id} names={names} isShown={isOwn || session?.organisation === SECRETARIAT} />
      </div>
      {isOwn && isOfficer && status === 'confirmed' ? (
        <section className="part" aria-labelledby="h-place">
          <h2 id="h-place">{m.inItsPlace()}</h2>
          <p>{m.stays()}</p>
          <NameAccount replaces={id} />
        </section>
      ) : null}
    </ItemPage>
  );
}

/** A person who types the number again takes it from another source. */
const unseen = (account: Account): Account => ({ ...account, number: m.ending({ lastFour: account.lastFour ?? '' }) });

function AccountFacts({ account }: { readonly account: Account }) {
  const { organisation = '', status, scheme, number, replaces, proposedBy, decidedBy, note, names = {} } = account;
  const decided = status === 'refused' ? m.refusedBy() : m.confirmedBy();
  return (
    <Facts
      of={[
        [
          m.organisation(),
          <ItemLink key="organisation" id={organisation}>
            {names[organisation]?.text ?? organisation}
          </ItemLink>,
        ],
        [fieldLabel('holder'), account.holder],
        [fieldLabel('town'), account.town || null],
        [fieldLabel('bankName'), account.bankName],
        [fieldLabel('country'), account.country ? countryName(account.country) : null],
        [fieldLabel('currency'), account.currency],
        [fieldLabel(scheme === 'iban' ? 'iban' : 'accountNumber'), number ? <span className="num">{number}</span> : null],
        [fieldLabel('bankCode'), account.bankCode || null],
        [fieldLabel('bic'), account.bic || null],
        [
          m.inPlaceOf(),
          replaces ? (
            <ItemLink key="replaces" id={replaces}>
              {m.anotherAccount()}
            </ItemLink>
          ) : null,
        ],
        [m.namedBy(), proposedBy ? <Seal isMini name={personName(names, proposedBy)} /> : null],
        [decided, decidedBy ? <Seal isMini isBound name={personName(names, decidedBy)} /> : null],
        [fieldLabel('note'), note ? <blockquote dir="auto">{note}</blockquote> : null],
      ]}
    />
  );
}

type HistoryProps = { readonly id: string; readonly names: Schemas['Names']; readonly isShown: boolean };

function HistoryPart({ id, names, isShown }: HistoryProps) {
  if (!isShown)
    return (
      <section className="part" aria-labelledby="h-history">
        <h2 id="h-history">{m.history()}</h2>
        <p className="quiet">{m.historyForOthers()}</p>
      </section>
    );
  return (
    <More title={m.history()}>
      <History timeline="getBankAccountTimeline" more={m.more()} id={id} names={names} />
    </More>
  );
}
