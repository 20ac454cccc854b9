import { lazy, useState } from 'react';
import { fieldMissing } from '#messages/forms';
import * as m from '#messages/statements';
import { Acts } from '../../acts/Acts.tsx';
import { Refusal } from '../../acts/Refused.tsx';
import { fieldLabel, personName } from '../../acts/words.ts';
import type { AnswerOf, Schemas } from '../../base/api/client.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { dayText } from '../../base/parts/locale.ts';
import { Money, moneyText } from '../../base/parts/Money.tsx';
import { Seal } from '../../base/parts/Seal.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import type { Given } from '../../opened/Act.tsx';
import { type Chosen, convertedFrom } from './chosen.ts';
import { NEW_ROW, partsIn, type Row, sumOf } from './parts.ts';
import { type Found, paymentText, problemOf } from './queries.ts';

// They come with the forms that ask for them.
const PaymentChoice = lazy(async () => ({ default: (await import('./PaymentChoice.tsx')).PaymentChoice }));

const PartRows = lazy(async () => ({ default: (await import('./Parts.tsx')).PartRows }));

const NO_REFUND = 0;
const NO_CALL = 0;

type Line = Schemas['StatementEntry'];
type Names = Schemas['Names'];
type Props = {
  readonly statement: AnswerOf<'getStatement'>;
  readonly line: Line;
  /** Of which its suggestions are called by their names. */
  readonly payments: readonly Found[];
  readonly names: Names;
};

/** An entry: what the bank says of it, why it waits, what it may be of, and the acts on it. */
export function StatementEntry({ statement, line, payments, names }: Props) {
  const { number, amount, direction, booked, standing, because, refusal, candidates } = line;
  const linking = useLinking(statement.owner ?? '', line, names);
  const explaining = useExplaining(statement, line, names);
  const givenTo = (operation: string): Given =>
    operation === 'linkEntry' ? linking : operation === 'explainEntry' ? explaining : { hints: { note: m.noteHint() } };
  const title = m.entryNumber({ number });
  return (
    <article className="money-part" aria-label={title}>
      <h3>{title}</h3>
      <p className="row">
        <Money amount={amount} of={`${statement.id}/entries/${number}`} />
        <span>{m.directionOf({ code: direction })}</span>
        <StatusOf of="entryStanding" status={standing} />
        {booked ? null : <span>{m.notBooked()}</span>}
      </p>
      {line.reversal && because !== 'reversal' ? <p>{m.reversal()}</p> : null}
      {because ? <p>{m.because({ code: because })}</p> : null}
      {refusal ? (
        <p>
          <Refusal type={problemOf(refusal)} names={names} otherwise={refusal} />
        </p>
      ) : null}
      <EntryFacts statement={statement} line={line} names={names} />
      {candidates.length > 0 ? <Suggestions candidates={candidates} payments={payments} names={names} /> : null}
      <Acts item={statement} only={(permission) => permission.entry === number} given={({ operation }) => givenTo(operation)} />
    </article>
  );
}

function EntryFacts({ statement, line, names }: Pick<Props, 'statement' | 'line' | 'names'>) {
  const { valueDate, bankReference, instruction, counterparty, counterpartyAccount, remittance } = line;
  const { number, agreement, payment, recovery, drawing, charge, repeats, note, by, bookedOn, parts, instructed, doubt, first } = line;
  const mono = (text: string | undefined) => (text ? <span className="mono">{text}</span> : null);
  return (
    <Facts
      of={[
        [m.bookedOn(), bookedOn ? <time dateTime={bookedOn}>{dayText(bookedOn)}</time> : null],
        [fieldLabel('valueDate'), valueDate ? <time dateTime={valueDate}>{dayText(valueDate)}</time> : null],
        [fieldLabel('bankReference'), mono(bankReference)],
        [m.instruction(), mono(instruction)],
        [
          m.instructed(),
          instructed ? <Money key="instructed" amount={instructed} of={`${statement.id}/entries/${number}/instructed`} /> : null,
        ],
        [m.counterparty(), counterparty ? <span dir="auto">{counterparty}</span> : null],
        [m.counterpartyAccount(), mono(counterpartyAccount)],
        [m.remittance(), remittance ? <span dir="auto">{remittance}</span> : null],
        [
          fieldLabel('settles'),
          agreement ? (
            <ItemLink key="payment" id={agreement} hash={payment}>
              {linkText({ recovery, drawing })}
            </ItemLink>
          ) : null,
        ],
        [m.parts(), parts.length > 0 ? <PartList key="parts" statement={statement.id} line={line} /> : null],
        [m.kept(), charge ? <Money key="kept" amount={charge} of={`${statement.id}/entries/${number}/kept`} /> : null],
        [
          m.repeats(),
          repeats ? (
            <ItemLink key="repeats" id={repeats}>
              {m.otherStatement()}
            </ItemLink>
          ) : null,
        ],
        [fieldLabel('note'), note ? <blockquote dir="auto">{note}</blockquote> : null],
        [
          m.doubted(),
          doubt ? (
            <blockquote key="doubt" dir="auto">
              {doubt.note}
            </blockquote>
          ) : null,
        ],
        [m.first(), first ? <Seal key="first" isMini name={personName(names, first.by)} /> : null],
        [m.decidedBy(), by ? <Seal isMini name={personName(names, by)} /> : null],
      ]}
    />
  );
}

type Of = { readonly recovery?: number | undefined; readonly drawing?: number | undefined };
function linkText({ recovery, drawing }: Of): string {
  if (drawing) return m.toClaim({ number: drawing });
  return recovery ? m.toRefund({ number: recovery }) : m.toPayment();
}

/** Of what it was said to consist. */
const PartList = ({ statement, line: { number, direction, parts } }: { readonly statement: string; readonly line: Line }) => (
  <ul>
    {parts.map((part, at) => (
      // They have no identity but their order.
      <li key={at}>
        {m.partKind({ code: part.as })}{' '}
        {part.agreement ? (
          <ItemLink id={part.agreement} hash={part.payment}>
            {linkText(part)}
          </ItemLink>
        ) : null}{' '}
        {part.statement ? <ItemLink id={part.statement}>{m.entryNumber({ number: part.entry ?? 0 })}</ItemLink> : null}{' '}
        <Money amount={part.amount} of={`${statement}/entries/${number}/parts/${at}`} />
        {part.direction === direction ? null : ` (${m.partTakesOff()})`}
      </li>
    ))}
  </ul>
);

type SuggestionsProps = { readonly candidates: Line['candidates']; readonly payments: readonly Found[]; readonly names: Names };

const Suggestions = ({ candidates, payments, names }: SuggestionsProps) => (
  <>
    <p>{m.suggestions()}</p>
    <ol>
      {candidates.map(({ agreement, payment, score }) => (
        <li key={payment}>
          <ItemLink id={agreement} hash={payment}>
            {paymentText(
              payments.find(({ id }) => id === payment),
              names,
              payment,
            )}
          </ItemLink>{' '}
          <small className="quiet">{m.score({ score })}</small>
        </li>
      ))}
    </ol>
  </>
);

/** What the form of the link needs: the payment that the entry settles or returns, chosen among those of its sum, or the refund that it is. */
function useLinking(owner: string, { amount, direction, candidates, agreement, payment }: Line, names: Names): Given {
  // Of which payment it may be, the bank says by its reference.
  const known = agreement && payment ? { agreement, settles: payment } : undefined;
  const [chosen, setChosen] = useState<Chosen | undefined>(known);
  const [written, setWritten] = useState('');
  const currency = convertedFrom(chosen, amount);
  const refunded = currency ? sumOf(written, currency) : undefined;
  const { open: _, ...of } = { open: undefined, ...chosen };
  const lacks = chosen ? currency && !refunded && 'refunded' : 'settles';
  return {
    // What it is of is chosen, a refund too: no number is asked for.
    body: { recovery: NO_REFUND, drawing: NO_CALL, ...of, ...(refunded ? { refunded } : {}) },
    isAsked: (field) => field !== 'refunded' || refunded !== undefined,
    own: {
      isReadable: !lacks,
      faultsOf: () => (lacks ? { [lacks]: fieldMissing({ field: fieldLabel(lacks) }) } : {}),
      show: ({ settles: fault, refunded: refundedFault }) => (
        <PaymentChoice
          owner={owner}
          amount={amount}
          candidates={candidates}
          names={names}
          fault={fault}
          named={known}
          status={direction === 'credit' ? 'settled' : 'instructed'}
          chosen={chosen}
          onChange={setChosen}
          refunded={written}
          refundedFault={refundedFault}
          onRefunded={setWritten}
        />
      ),
    },
  };
}

/** What the form of the parts needs: a row for each, which together have to be the entry. */
function useExplaining({ id: statement, owner = '' }: Props['statement'], line: Line, names: Names): Given {
  const [rows, setRows] = useState<readonly Row[]>([{ ...NEW_ROW, as: line.reversal ? 'reversal' : 'payment', key: 0 }]);
  const { parts, left } = partsIn(rows, line, statement);
  return {
    body: { parts: parts ?? [] },
    hints: { note: m.noteHint() },
    own: {
      isReadable: parts !== undefined,
      faultsOf: () => (parts ? {} : { parts: m.partsDiffer({ difference: moneyText(left) }) }),
      show: ({ parts: fault }) => (
        <PartRows line={line} statement={statement} owner={owner} names={names} rows={rows} fault={fault} onChange={setRows} />
      ),
    },
  };
}
