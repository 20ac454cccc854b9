import * as m from '#messages/money';
import { personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { Icon } from '../../base/parts/Icon.tsx';
import { momentText, shareText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { Seal } from '../../base/parts/Seal.tsx';
import { compared, less } from '../../base/parts/sums.ts';
import { Columns, Scroll } from '../../base/parts/Table.tsx';
import { stepText } from './Line.tsx';

type Names = Schemas['Names'];
type Step = Schemas['MoneyStep'];
const GOOD: readonly string[] = ['committed', 'effective', 'verified', 'approved-once', 'approved', 'settled', 'signed'];
const BAD: readonly string[] = ['rejected', 'failed', 'payment-returned', 'settlement-reversed', 'terminated', 'voided', 'refused'];
const OF_REPORTS: readonly string[] = ['reported', 'returned', 'verified', 'partially-met', 'rejected', 'requested'];
/** Their reference says why. */
const WITH_CAUSE: readonly string[] = ['reduced', 'carried-out', 'carried-in', 'cancelled', 'voided'];
const COLUMNS = 7;

/** Every step, each with the entries of the journal that it made. */
export const Steps = ({ money, names }: { readonly money: Schemas['MoneyOfMilestone']; readonly names: Names }) => (
  <section className="part" aria-labelledby="h-steps">
    <h2 id="h-steps">{m.everyStep()}</h2>
    <Scroll label={m.everyStep()}>
      <table className="stack stepst" role="table" data-density="compact">
        <thead>
          <tr role="row">
            <Columns
              of={[
                { title: '#' },
                { title: m.when() },
                { title: m.step() },
                { title: m.by() },
                { title: m.part() },
                { title: m.amount(), isFigure: true },
                { title: m.reference() },
              ]}
            />
          </tr>
        </thead>
        <tbody>
          {money.steps.map((step, index) => (
            <Rows
              key={`${step.step}${step.at}${step.payment ?? ''}${step.sponsor ?? ''}${step.entry?.id ?? index}`}
              step={step}
              number={index + 1}
              milestone={money.milestone}
              names={names}
            />
          ))}
        </tbody>
      </table>
    </Scroll>
  </section>
);

type OfRows = { readonly step: Step; readonly number: number; readonly milestone: string; readonly names: Names };

function Rows({ step, number, milestone, names }: OfRows) {
  const tone = GOOD.includes(step.step ?? '') ? 'good' : BAD.includes(step.step ?? '') ? 'bad' : 'info';
  return (
    <>
      <tr role="row">
        <td role="cell" className="num faint" data-h="#">
          <div>{number}</div>
        </td>
        <td role="cell" data-h={m.when()}>
          <div>{step.at ? <time dateTime={step.at}>{momentText(step.at)}</time> : null}</div>
        </td>
        <th scope="row" role="rowheader">
          <span className={`tag ${tone}`}>
            <Icon name={tone === 'good' ? 'done' : tone === 'bad' ? 'late' : 'open'} />
            <span>{stepText(step.step ?? '')}</span>
          </span>
        </th>
        <td role="cell" data-h={m.by()}>
          <div>{step.by ? <Seal isMini name={personName(names, step.by)} /> : <span className="quiet">{m.system()}</span>}</div>
        </td>
        <td role="cell" data-h={m.part()}>
          <div>{step.sponsor ? (names[step.sponsor]?.text ?? step.sponsor) : <span className="faint">{m.both()}</span>}</div>
        </td>
        <td role="cell" data-h={m.amount()} className="r">
          <Amount step={step} />
        </td>
        <td role="cell" data-h={m.reference()}>
          <Reference step={step} />
        </td>
      </tr>
      {step.entry ? <Entry entry={step.entry} partOf={step.entryIsPart ? milestone : undefined} /> : null}
    </>
  );
}

/** What a step moved; where it changed a part, with what the part was and is. Of a verdict in part, the share of the amount. */
function Amount({ step: { step, at, payment, amount, amountBefore, payableBasisPoints } }: { readonly step: Step }) {
  if (!amount) return <div />;
  const of = `${step}/${payment ?? at}`;
  if (step === 'partially-met' && payableBasisPoints !== undefined)
    return (
      <div>
        {shareText(payableBasisPoints)} <span className="quiet">{m.ofSum()}</span> <Money amount={amount} of={`${of}/whole`} />
      </div>
    );
  if (!amountBefore) return <div>{<Money amount={amount} of={of} />}</div>;
  const moved = compared(amount, amountBefore) < 0 ? less(amountBefore, amount) : less(amount, amountBefore);
  return (
    <div>
      <Money amount={moved} of={`${of}/moved`} />
      <small className="quiet">
        <Money amount={amountBefore} of={`${of}/before`} /> → <Money amount={amount} of={`${of}/after`} />
      </small>
    </div>
  );
}

/** Reports have numbers, and causes are codes with words; what has any other reference is called by that. */
function Reference({ step: { step, reference = '' } }: { readonly step: Step }) {
  if (OF_REPORTS.includes(step) && /^\d+$/.test(reference)) return <div>{m.reportNumber({ number: reference })}</div>;
  if (WITH_CAUSE.includes(step)) return <div>{m.because({ code: reference })}</div>;
  return <div className="mono">{reference}</div>;
}

type OfEntry = { readonly entry: Schemas['JournalEntry']; readonly partOf: string | undefined };

/** `partOf`: the milestone of which only the part is shown. */
const Entry = ({ entry: { id, postings }, partOf }: OfEntry) => (
  <tr role="row" className="entry">
    <td role="cell" colSpan={COLUMNS}>
      <details className="more">
        <summary>{partOf ? m.entryPart({ id }) : m.entry({ id })}</summary>
        <table className="ledger" role="table">
          <thead className="vh">
            <tr role="row">
              <Columns of={[{ title: m.account() }, { title: m.amount(), isFigure: true }]} />
            </tr>
          </thead>
          <tbody>
            {postings.map(({ account, money }) => (
              <tr key={`${account}${money.amount}`} role="row">
                <th scope="row" role="rowheader" className="mono">
                  {account}
                </th>
                <td role="cell" className="r">
                  <Money amount={money} of={`${partOf ? `${id}/${partOf}` : id}/${account}`} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </td>
  </tr>
);
