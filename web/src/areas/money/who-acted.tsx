import * as m from '#messages/money';
import { paymentName } from '../../acts/payment-name.ts';
import { personName } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Seal } from '../../parts/Seal.tsx';

type Payment = Schemas['Payment'];
const DUTIES = ['reported', 'verified', 'requested', 'approved', 'confirmed'] as const;
/** Acts that bind. */
const BINDING: readonly string[] = ['verified', 'approved', 'confirmed'];

/** Above a limit two persons approve. */
const personsOf = ({ submittedBy, verifiedBy, requestedBy, firstApproval, approvedBy, confirmedBy }: Payment) =>
  [[submittedBy], [verifiedBy], [requestedBy], [firstApproval?.by, approvedBy], [confirmedBy]].map((persons) =>
    persons.filter((person) => person !== undefined),
  );

/** Of each payment who had which duty: nobody has two that are kept apart. */
export function WhoActed({ payments, names }: { readonly payments: readonly Payment[]; readonly names: Schemas['Names'] }) {
  if (payments.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-eyes">
      <h2 id="h-eyes">{m.whoActed()}</h2>
      <Scroll label={m.whoActed()}>
        <table className="eyes stack" role="table">
          <thead>
            <tr role="row">
              <th scope="col" role="columnheader">
                {m.part()}
              </th>
              {DUTIES.map((duty) => (
                <th key={duty} scope="col" role="columnheader">
                  {m.duty({ code: duty })}
                </th>
              ))}
              <th scope="col" role="columnheader">
                {m.rule()}
              </th>
            </tr>
          </thead>
          <tbody>
            {payments.map((payment) => (
              <Row key={payment.id} payment={payment} names={names} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Row({ payment, names }: { readonly payment: Payment; readonly names: Schemas['Names'] }) {
  const persons = personsOf(payment);
  // Who approves a payment may confirm what the bank did with it.
  const apart = persons.slice(0, BINDING.length + 1).flat();
  const isApart = new Set(apart).size === apart.length;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {payment.advance > 0 || payment.partPayment > 0 ? `${paymentName(payment)}: ` : ''}
        {names[payment.sponsor]?.text ?? payment.sponsor}
      </th>
      {DUTIES.map((duty, index) => {
        const acted = persons[index] ?? [];
        return (
          <td key={duty} role="cell" data-h={m.duty({ code: duty })}>
            <div>
              {acted.length === 0 ? '–' : null}
              {acted.map((person) => (
                <Seal key={person} name={personName(names, person)} isBound={BINDING.includes(duty)} />
              ))}
            </div>
          </td>
        );
      })}
      <td role="cell" data-h={m.rule()}>
        <div>
          <span className={`tag ${isApart ? 'good' : 'bad'}`}>
            <Icon name={isApart ? 'done' : 'late'} />
            <span>{isApart ? m.differentPersons({ count: apart.length }) : m.samePerson()}</span>
          </span>
        </div>
      </td>
    </tr>
  );
}
