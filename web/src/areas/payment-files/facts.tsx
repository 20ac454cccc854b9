import * as m from '#messages/payment-files';
import { fieldLabel, personName } from '../../acts/words.ts';
import type { AnswerOf } from '../../api/client.ts';
import { Facts } from '../../parts/Facts.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { dayText, momentText, numberText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Seal } from '../../parts/Seal.tsx';
import { statusText } from '../../parts/StatusOf.tsx';
import { AccountOf } from './account.tsx';
import { standingIn } from './standing.ts';

type File = AnswerOf<'getPaymentFile'>;

/** Who pays by which file from which account, who stands behind it, and what its payments come to by what the bank says of them. */
export function FileFacts({ file }: { readonly file: File }) {
  const { id, payer, payerAccount, executionDate, message, sha256, transfers, sums, untold, note, accounts, names = {} } = file;
  const seal = (person: string | undefined, at: string | undefined, isBound = false) =>
    person ? <Seal isMini isBound={isBound} name={personName(names, person)} detail={at ? momentText(at) : ''} /> : null;
  return (
    <>
      <Facts
        of={[
          [
            fieldLabel('payer'),
            <ItemLink key="payer" id={payer}>
              {names[payer]?.text ?? payer}
            </ItemLink>,
          ],
          [m.payerAccount(), <AccountOf key="account" id={payerAccount} known={accounts} />],
          [
            fieldLabel('executionDate'),
            <time key="day" dateTime={executionDate}>
              {dayText(executionDate)}
            </time>,
          ],
          [m.payments(), numberText(transfers)],
          [m.madeBy(), seal(file.madeBy, file.madeAt)],
          [m.approvedBy(), seal(file.approvedBy, file.approvedAt, true)],
          [m.sentBy(), seal(file.sentBy, file.sentAt)],
          [m.refusedBy(), seal(file.refusedBy, undefined)],
          [fieldLabel('note'), note ? <blockquote dir="auto">{note}</blockquote> : null],
          [
            m.message(),
            <span key="message" className="mono">
              {message}
            </span>,
          ],
          [m.hash(), sha256 ? <span className="mono">{sha256}</span> : null],
          ...sums.map(
            ({ standing, transfers: count, amount }) =>
              [
                statusText('transfer', standingIn(file, standing)),
                <span key={standing}>
                  {numberText(count)} · <Money amount={amount} of={`${id}/sums/${standing}`} />
                </span>,
              ] as const,
          ),
        ]}
      />
      {untold.length > 0 ? (
        <ul aria-label={m.untold()}>
          {untold.map(({ because, code = '', reasonCode = '' }) => (
            <li key={`${because}/${code}/${reasonCode}`}>
              {m.untoldOf({ code: because })} <span className="mono">{[code, reasonCode].filter(Boolean).join(' ')}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
