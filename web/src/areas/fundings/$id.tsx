import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { z } from 'zod/mini';
import { stage as stageText } from '#messages';
import * as m from '#messages/fundings';
import { Acts } from '../../acts/Acts.tsx';
import { Done } from '../../acts/Done.tsx';
import { labelOf } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { useSession } from '../../base/api/session.ts';
import { Awaiting } from '../../base/parts/Awaiting.tsx';
import { Icon } from '../../base/parts/Icon.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { momentText, shareText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { PrintButton } from '../../base/parts/PrintButton.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { textInAddress as text } from '../../base/parts/search.ts';
import { isSome, widthIn } from '../../base/parts/sums.ts';
import { Negotiation } from './Negotiation.tsx';
import { type Funding, inOrder, isMoney, isPending, type Offer } from './offers.ts';
import { SideBySide } from './Side.tsx';

/** Of a round: which offer is shown with its versions, which of them, which columns where there are many, and whose mandate makes an offer. */
export const search = z.object({ offer: text, versions: text, columns: text, mandate: text });

const DocumentsOf = lazy(async () => ({ default: (await import('../../papers/ProjectPapers.tsx')).DocumentsOf }));
// Few rounds have any.
const Questions = lazy(async () => ({ default: (await import('./Questions.tsx')).Questions }));

const route = getRouteApi('/members/fundings/$id');

/** A round: what is sought and accepted, its offers side by side, and the answer to one of them. */
export function Page() {
  const { id } = route.useParams();
  const { offer: wanted = '', versions = '', columns = '', mandate = '' } = route.useSearch();
  const { data: funding } = useSuspenseQuery(itemQuery('getFunding', id));
  const organisation = useSession()?.organisation ?? '';
  const { project, round, names = {} } = funding;
  const title = names[project]?.text ?? m.project();
  const offers = inOrder(funding);
  const shown = shownOf(offers, columns);
  const open = offers.find((offer) => offer.id === wanted) ?? shown[0];
  return (
    <ItemPage
      title={m.offersIn({ round })}
      up={
        <Link to="/projects/$id" params={{ id: project }}>
          {title}
        </Link>
      }
      crumbs={[m.round({ round })]}
      state={
        <p className="row">
          <StatusOf of="fundingStatus" status={funding.status} />
          <span>{untilWhen(funding)}</span>
        </p>
      }
      aside={<PrintButton />}
    >
      <Sums funding={funding} />
      <Making funding={funding} organisation={organisation} mandate={mandate} />
      <section className="part" aria-labelledby="h-side">
        <div className="head">
          <h2 id="h-side">{m.sideBySide()}</h2>
        </div>
        <ColumnChoice funding={funding} offers={offers} shown={shown} />
        {offers.length === 0 ? (
          <p className="quiet">{m.noOffers()}</p>
        ) : (
          <SideBySide funding={funding} offers={shown} organisation={organisation} />
        )}
      </section>
      {open ? <Negotiation key={open.id} funding={funding} offer={open} chosen={versions} organisation={organisation} /> : null}
      <Suspense fallback={null}>
        <DocumentsOf project={project} />
      </Suspense>
      <Suspense fallback={null}>{hasQuestions(funding) ? <Questions funding={funding} /> : null}</Suspense>
      <Follows funding={funding} />
    </ItemPage>
  );
}

/** By when it is to close, when it has closed, or by when it was to. */
function untilWhen({ status, deadline, closedAt }: Funding): string {
  if (status === 'open') return m.closesAt({ at: momentText(deadline) });
  return closedAt ? m.closedAt({ at: momentText(closedAt) }) : m.wasUntil({ at: momentText(deadline) });
}

/** Whether there are any, or the reader may ask one. */
const hasQuestions = ({ questions = [], may = [] }: Funding): boolean =>
  questions.length > 0 || may.some(({ operation }) => operation === 'askQuestion');

type MakingProps = { readonly funding: Funding; readonly organisation: string; readonly mandate: string };

/** The form for a person who may make an offer; the reason, for one who could at another time. */
function Making({ funding, organisation, mandate }: MakingProps) {
  const isAllowed = mayDo(funding, 'proposeOffer');
  if (isAllowed) return <MakeOffer funding={funding} sponsor={organisation} mandate={mandate} />;
  return <Acts item={funding} only={({ operation }) => operation === 'proposeOffer'} />;
}

/** More than these are not compared side by side. */
const MAX_SHOWN = 6;
const SHOWN = 4;

/** The offers that are compared: all, or of many those in the address, or the first. */
function shownOf(offers: readonly Offer[], chosen: string): readonly Offer[] {
  if (offers.length <= MAX_SHOWN) return offers;
  const wanted = new Set(chosen.split(','));
  const named = offers.filter(({ id }) => wanted.has(id));
  return (named.length > 0 ? named : offers).slice(0, SHOWN);
}

type Props = { readonly funding: Funding; readonly offers: readonly Offer[]; readonly shown: readonly Offer[] };

/** Which four of many offers are compared. */
function ColumnChoice({ funding: { names = {} }, offers, shown }: Props) {
  const navigate = useNavigate();
  if (offers.length <= MAX_SHOWN) return null;
  const ids = shown.map(({ id }) => id);
  const choose = (id: string): void => {
    const next = ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
    void navigate({ to: '.', search: (before: object) => ({ ...before, columns: next.join(',') }), resetScroll: false });
  };
  return (
    <details className="more">
      <summary>{m.chooseColumns({ shown: ids.length, all: offers.length })}</summary>
      <fieldset>
        <legend className="vh">{m.chooseColumns({ shown: ids.length, all: offers.length })}</legend>
        {offers.map(({ id, sponsor }) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={ids.includes(id)}
              disabled={ids.includes(id) ? ids.length === 1 : ids.length >= SHOWN}
              onChange={() => choose(id)}
            />
            <span>{names[sponsor]?.text ?? sponsor}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

const STEPS = ['offers', 'approvals', 'agreement', 'milestone'] as const;
/** How many steps are behind a round. */
const BEHIND: Readonly<Record<Funding['status'], number>> = {
  open: 0,
  'target-reached': 1,
  closed: 1,
  approved: 2,
  'fell-short': 0,
  cancelled: 0,
};
const OVER: readonly Funding['status'][] = ['fell-short', 'cancelled'];

/** What comes after the offers, so that nobody takes an acceptance for money. */
function Follows({ funding: { status } }: { readonly funding: Funding }) {
  if (OVER.includes(status)) return null;
  return (
    <section className="part" aria-labelledby="h-next">
      <h2 id="h-next">{m.whatFollows()}</h2>
      <ol className="line4">
        {STEPS.map((step, index) => (
          <li key={step}>
            <span className={`tag${index === BEHIND[status] ? ' info' : index < BEHIND[status] ? ' good' : ''}`}>
              <Icon name={index === BEHIND[status] ? 'part' : index < BEHIND[status] ? 'done' : 'none'} />
              <span>{m.step({ code: step })}</span>
            </span>
            <p>{m.stepIs({ code: step })}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

const WIDTH = 1200;
/** In basis points. */
const PERCENT = 100;
/** So that the smallest part is still seen. */
const LEAST = 2;

type Part = { readonly key: string; readonly kind: 'accepted' | 'offered'; readonly amount: Schemas['Money'] };

/** What the round needs, what is accepted, what is still open, and at what sum it may close; then each part as wide as it is large. */
function Sums({ funding }: { readonly funding: Funding }) {
  const { id, target, accepted, gap, minimumClose, acceptedPercent, guaranteed, inKind, offers = [] } = funding;
  const figures = [
    { kind: '', title: m.target(), amount: target, of: 'target' },
    { kind: 'accepted', title: m.accepted(), amount: accepted, of: 'accepted' },
    { kind: 'sought', title: m.gap(), amount: gap, of: 'gap' },
    { kind: '', title: m.minimum(), amount: minimumClose, of: 'minimumClose' },
    { kind: '', title: stageText({ stage: 'guaranteed' }), amount: guaranteed, of: 'guaranteed' },
    { kind: '', title: stageText({ stage: 'in-kind' }), amount: inKind, of: 'inKind' },
  ];
  const parts: Part[] = [
    ...(accepted && isSome(accepted) ? [{ key: 'accepted', kind: 'accepted' as const, amount: accepted }] : []),
    ...offers
      .filter((offer) => isPending(offer) && isMoney(offer))
      .map(({ id: key, amount }) => ({ key, kind: 'offered' as const, amount })),
  ];
  return (
    <>
      <dl className="figures lead">
        {figures.map(({ kind, title, amount, of }) =>
          amount === undefined ? null : (
            <div key={of}>
              <dt>
                {kind === '' ? null : <Swatch kind={kind} />}
                {title}
              </dt>
              <dd>
                <Money amount={amount} of={`${id}/${of}`} />
              </dd>
            </div>
          ),
        )}
        {accepted ? null : (
          <div>
            <dt>{m.accepted()}</dt>
            <dd className="num">{shareText(acceptedPercent * PERCENT)}</dd>
          </div>
        )}
      </dl>
      <Bar parts={parts} target={target} />
      {guaranteed || inKind ? <p className="quiet">{m.besideMoney()}</p> : null}
    </>
  );
}

const Swatch = ({ kind }: { readonly kind: string }) => (
  <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">
    <rect className={`m-${kind}`} x=".5" y=".5" width="15" height="11" />
  </svg>
);

function Bar({ parts, target }: { readonly parts: readonly Part[]; readonly target: Schemas['Money'] }) {
  const widths = parts.map(({ amount }) => Math.max(widthIn(amount, target, WIDTH), LEAST));
  const ends = widths.map((_, index) => widths.slice(0, index + 1).reduce((sum, width) => sum + width, 0));
  const end = ends.at(-1) ?? 0;
  return (
    <svg className="sum-bar" viewBox={`0 0 ${Math.max(WIDTH, end)} 20`} height="20" preserveAspectRatio="none" aria-hidden="true">
      {parts.map(({ key, kind }, index) => (
        <rect
          key={key}
          className={`m-${kind}`}
          x={(ends[index] ?? 0) - (widths[index] ?? 0) + 0.5}
          y=".5"
          width={(widths[index] ?? LEAST) - 1}
          height="19"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {end < WIDTH ? (
        <rect className="m-sought" x={end + 0.5} y=".5" width={WIDTH - end - 1} height="19" vectorEffect="non-scaling-stroke" />
      ) : null}
    </svg>
  );
}

// The inputs of an offer are loaded when one is to be made.
const Choices = lazy(async () => ({ default: (await import('./Choices.tsx')).Choices }));

type MakeOfferProps = { readonly funding: Funding; readonly sponsor: string; readonly mandate: string };

/** A sponsor's way to an offer: only with a mandate that matches, and from one of its own budgets. `mandate`: the one selected first. */
function MakeOffer({ funding, sponsor, mandate }: MakeOfferProps) {
  const [isOpen, setOpen] = useState(mandate !== '');
  const [isMade, setMade] = useState(false);
  const onMade = (): void => {
    setOpen(false);
    setMade(true);
  };
  return (
    <>
      {isMade ? <Done operation="proposeOffer" /> : null}
      <div className="acts">
        <button
          className="btn first"
          type="button"
          aria-expanded={isOpen}
          onClick={() => {
            setMade(false);
            setOpen(!isOpen);
          }}
        >
          {labelOf('proposeOffer')}
        </button>
      </div>
      {isOpen ? (
        <Awaiting>
          <Choices funding={funding} sponsor={sponsor} mandate={mandate} onMade={onMade} onCancel={() => setOpen(false)} />
        </Awaiting>
      ) : null}
    </>
  );
}
