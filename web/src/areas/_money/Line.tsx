import * as m from '#messages/money';
import { personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { Icon } from '../../base/parts/Icon.tsx';
import { dayText } from '../../base/parts/locale.ts';
import { moneyText } from '../../base/parts/Money.tsx';
import { Scroll } from '../../base/parts/Table.tsx';
import { holdsOn } from '../../payments/PaymentPart.tsx';
import { type Branch, type Drawn, LINE, lineOf, type Station } from '../../pictures/line.ts';

/** More branches are read in the table below alone. */
const MAX_BRANCHES = 6;

/** The way of the money as a picture, and, where the page is narrow, as a list of the same stations. */
export function Line({ way: { trunk, branches } }: { readonly way: Way }) {
  if (branches.length > MAX_BRANCHES) return null;
  const { width, height, paths, stops, heads } = lineOf(trunk, branches);
  return (
    <>
      <div className="only-wide">
        <Scroll label={m.line()}>
          <svg className="track" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={m.lineSays()}>
            {paths.map(({ d, certainty, isTrunk }) => (
              <path key={d + certainty} className={`ln-${certainty}${isTrunk && certainty !== 'plan' ? ' trunk' : ''}`} d={d} />
            ))}
            {stops.map((stop) => (
              <Stop key={`${stop.x}/${stop.y}`} {...stop} />
            ))}
            {heads.map(({ text, x, y }) => (
              <text key={y} x={x} y={y} className="soft small">
                {text}
              </text>
            ))}
          </svg>
        </Scroll>
      </div>
      <div className="only-small">
        <Stations className="vline" stations={trunk} />
        <div className="branches">
          {branches.map(({ name, stations }) => (
            <section key={name}>
              <h2>{name}</h2>
              <Stations className="branch" stations={stations} />
            </section>
          ))}
        </div>
      </div>
    </>
  );
}

function Stop({ x, y, textY, state, lines }: Drawn['stops'][number]) {
  const tone = state === 'next' ? ' nxt' : '';
  return (
    <g>
      {state === 'done' ? (
        <>
          <circle className="st-done" cx={x} cy={y} r="10" />
          <path className="st-tick" d={`m${x - 4.2} ${y + 0.3} 3 3 5.4-6.2`} />
        </>
      ) : null}
      {state === 'next' ? (
        <>
          <circle className="st-next" cx={x} cy={y} r="10" />
          <circle className="st-dot" cx={x} cy={y} r="3.5" />
        </>
      ) : null}
      {state === 'open' ? <circle className="st-open" cx={x} cy={y} r="9" /> : null}
      {lines.map(({ text, isNote }, index) => (
        <text key={textY + LINE * index} x={x} y={textY + LINE * index} textAnchor="middle" className={isNote ? 'soft tiny' : `lab${tone}`}>
          {text}
        </text>
      ))}
    </g>
  );
}

const ICONS = { done: 'done', next: 'wait', open: 'none' } as const;

const Stations = ({ className, stations }: { readonly className: string; readonly stations: readonly Station[] }) => (
  <ol className={className}>
    {stations.map(({ label, state, notes }) => (
      <li key={label} className={state === 'done' ? 'past' : undefined}>
        <span className={state === 'next' ? 'n' : 'g'}>
          <Icon name={ICONS[state]} size={17} />
        </span>
        <span>
          {label}
          <small>{notes.join(', ')}</small>
        </span>
      </li>
    ))}
  </ol>
);

type Step = Schemas['MoneyStep'];
type Names = Schemas['Names'];

const TRUNK: readonly (readonly NonNullable<Step['step']>[])[] = [
  ['committed'],
  ['effective'],
  ['reported'],
  ['verified', 'partially-met', 'rejected', 'waived'],
];
const OVER: readonly string[] = ['refused', 'failed', 'payment-returned'];
/** Without what was booked by mistake: an end, and what came after it until it was found to be one. */
function standing(steps: readonly Step[]): Step[] {
  const left: Step[] = [];
  for (const step of steps)
    if (step.step === 'outcome-reversed')
      left.splice(left.findLastIndex(({ step: kind }) => kind === 'failed' || kind === 'payment-returned'));
    else left.push(step);
  return left;
}
const BRANCH = ['requested', 'approved', 'instructed', 'settled'] as const;

/** What a step is called. */
export const stepText = (step: string): string => m.stepKind({ code: step });

/** Of some kinds of steps the last one that was made, unless it was undone by a later one. */
function stationOf(steps: readonly Step[], kinds: readonly string[], names: Names): Station {
  const found = steps.findLast(({ step = '' }) => kinds.includes(step));
  const label = stepText(found?.step ?? kinds[0] ?? '');
  if (!found) return { label, state: 'open', notes: [] };
  const notes = [found.at ? dayText(found.at) : '', found.by ? personName(names, found.by) : ''].filter(Boolean);
  return { label, state: 'done', notes };
}

/** What comes after the last station that was reached is the next one. */
function withNext(stations: readonly Station[]): Station[] {
  const next = stations.findLastIndex(({ state }) => state === 'done') + 1;
  return stations.map((station, index) => (index === next ? { ...station, state: 'next' } : station));
}

/** A hold is shown at the step that it prevents. */
function withHolds(stations: readonly Station[], holds: readonly Pick<Schemas['Hold'], 'heldAt'>[]): Station[] {
  const next = stations.findIndex(({ state }) => state !== 'done');
  const notes = holds.map(({ heldAt }) => `${stepText('held')}, ${dayText(heldAt.slice(0, 10))}`);
  return stations.map((station, index) => (index === next ? { ...station, notes: [...station.notes, ...notes] } : station));
}

type Way = { readonly trunk: readonly Station[]; readonly branches: readonly Branch[] };

/** The stations of a milestone's money: those of all, then those of each advance, which waits for no verdict, of each sponsor's part, and of each payment of some of it. */
export function wayOf({ steps, tranche }: Schemas['MoneyOfMilestone'], agreement: Schemas['Agreement'], names: Names): Way {
  const { cells, payments } = agreement;
  const trunk = TRUNK.map((kinds) => stationOf(steps, kinds, names));
  const isForked = trunk.every(({ state }) => state === 'done');
  const inParts = payments.flatMap(({ id, partPayment, status, ...part }) =>
    partPayment > 0 && !/^(refused|failed|returned)$/.test(status) ? [{ ...part, payment: id, number: partPayment }] : [],
  );
  const ahead = payments.flatMap(({ id, advance, ...part }) => (advance > 0 ? [{ ...part, payment: id, number: 0, advance }] : []));
  const branches = [
    ...ahead,
    ...cells.map((cell) => ({ ...cell, number: 0, advance: 0 })),
    ...inParts.map((each) => ({ ...each, advance: 0 })),
  ]
    .filter((cell) => cell.tranche === tranche)
    .map(({ sponsor, payment, amount, number, advance }): Branch => {
      const own = standing(steps.filter((step) => payment !== undefined && step.payment === payment));
      // What was refused, has failed or was returned begins again; what was booked by mistake waits for the bank again.
      const again = own.findLastIndex(({ step = '' }) => OVER.includes(step));
      const reversed = own.findLastIndex(({ step }) => step === 'settlement-reversed');
      const stations = BRANCH.map((kind) => stationOf(own.slice(1 + Math.max(again, kind === 'settled' ? reversed : -1)), [kind], names));
      const of = { sponsor: names[sponsor]?.text ?? sponsor, sum: moneyText(payments.find(({ id }) => id === payment)?.amount ?? amount) };
      return {
        name: nameOf(of, number, advance),
        stations: withHolds(
          isForked || advance > 0 ? withNext(stations) : stations,
          holdsOn(agreement, { tranche: tranche ?? 0, sponsor, payment }),
        ),
      };
    });
  return { trunk: isForked ? trunk : withNext(trunk), branches };
}

/** By whom it is paid, and whether as an advance or as some of a part. */
function nameOf(of: { readonly sponsor: string; readonly sum: string }, number: number, advance: number): string {
  if (advance > 0) return m.inAdvanceOf({ ...of, number: advance });
  return number > 0 ? m.inPartOf({ ...of, number }) : m.partOf(of);
}
