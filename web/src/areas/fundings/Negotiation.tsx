import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, useRef, useState } from 'react';
import * as common from '#messages/financing';
import * as m from '#messages/fundings';
import { Words } from '../../acts/Words.tsx';
import { itemQuery } from '../../base/api/items.ts';
import { More } from '../../base/parts/More.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { Answer } from './Answer.tsx';
import { type Funding, type Offer, sideOf, versionsOf } from './offers.ts';
import { Versions } from './Versions.tsx';

type Props = { readonly funding: Funding; readonly offer: Offer; readonly chosen: string; readonly organisation: string };

/** One offer: how its terms came about, and the answer to those that were read. */
export function Negotiation({ funding, offer, chosen, organisation }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [read, setRead] = useState(offer.terms);
  const { data: mandate } = useQuery(itemQuery('getMandate', offer.mandate));
  const all = versionsOf(offer);
  const wanted = new Set(chosen.split(','));
  const some = all.filter(({ terms }) => wanted.has(String(terms)));
  const shown = some.length > 1 ? some : all;
  const last = all.slice(-2).map(({ terms }) => terms);
  const name = funding.names?.[offer.sponsor]?.text ?? offer.sponsor;
  const isNews = offer.terms > read && offer.side !== sideOf(organisation, funding, offer);
  return (
    <section className="part answer" aria-labelledby="h-offer">
      <div className="head">
        <h2 id="h-offer" tabIndex={-1} ref={heading}>
          {m.offerOf({ name, count: all.length })}
        </h2>
        {all.length > 2 ? (
          <Link
            className="btn bare small"
            to="."
            search={(before: object) => ({ ...before, versions: shown.length < all.length ? undefined : last.join(',') })}
            resetScroll={false}
          >
            {shown.length < all.length ? m.allVersions() : m.onlyVersions({ one: last[0] ?? 0, other: last[1] ?? 0 })}
          </Link>
        ) : null}
      </div>
      <div className="nego">
        <div>
          <Versions funding={funding} offer={offer} versions={shown} organisation={organisation} />
          <Schedule funding={funding} offer={offer} />
          {offer.ended ? (
            <>
              <p>
                <StatusOf of="offerStatus" status={offer.status} />
              </p>
              <Words said={offer.ended} names={funding.names} />
            </>
          ) : null}
        </div>
        {isNews ? (
          <Say kind="wait" isNews>
            <p>
              <b>{m.versionArrived({ version: offer.terms })}</b>
            </p>
            <button
              className="btn"
              type="button"
              onClick={() => {
                setRead(offer.terms);
                heading.current?.focus();
              }}
            >
              {m.readVersion({ version: offer.terms })}
            </button>
          </Say>
        ) : (
          <Answer funding={funding} offer={offer} mandate={mandate} />
        )}
      </div>
    </section>
  );
}

const Repayments = lazy(async () => ({ default: (await import('./Repayments.tsx')).Repayments }));

type ScheduleProps = { readonly funding: Funding; readonly offer: Offer };

/** The repayment plan of an offered loan, when it is opened. */
const Schedule = ({ funding, offer }: ScheduleProps) =>
  offer.financing?.instrument === 'loan' ? (
    <More title={common.schedule()}>
      <Repayments funding={funding} offer={offer} />
    </More>
  ) : null;
