import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages/payment-files';
import { Acts } from '../../acts/Acts.tsx';
import { History } from '../../acts/History.tsx';
import type { Schemas } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { dayText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { Answer } from './answer.tsx';
import { FileFacts } from './facts.tsx';
import { fileQuery } from './files.queries.ts';
import { fileStanding } from './standing.ts';
import { Transfers } from './transfers.tsx';

const route = getRouteApi('/members/payment-files/$id');

/** Of these a file may be downloaded, by finance. */
const WITH_TWO_PERSONS: readonly Schemas['PaymentFile']['status'][] = ['approved', 'sending', 'sent', 'answered'];

/** A file of payments: what is in it, who stands behind it, what the bank said, and what may be done with it. */
export function PaymentFilePage() {
  const { id } = route.useParams();
  const { data: file } = useSuspenseQuery(fileQuery(id));
  const { names = {}, payer, executionDate, status, sum } = file;
  const roles = useSession()?.roles ?? [];
  const mayDownload =
    (status === 'made' && roles.includes('finance.checker')) ||
    (WITH_TWO_PERSONS.includes(status) && roles.some((role) => role.startsWith('finance.')));
  const mayAnswer = file.may?.some(({ operation, answer }) => operation === 'answerPaymentFile' && answer === 'allowed');
  const title = m.fileOf({ day: dayText(executionDate) });
  return (
    <>
      <title>{`${title} · Junkan`}</title>
      <ol className="crumbs">
        <li>
          <Link to="/payment-files">{m.files()}</Link>
        </li>
        <li>{names[payer]?.text ?? payer}</li>
      </ol>
      <div className="head">
        <div>
          <h1>{title}</h1>
          <p className="row">
            <StatusOf of="file" status={fileStanding(file)} />
            <Money amount={sum} of={`${id}/sum`} />
          </p>
        </div>
      </div>
      <div className="two">
        <section className="part" aria-labelledby="h-facts">
          <h2 id="h-facts">{m.facts()}</h2>
          <FileFacts file={file} />
          {fileStanding(file) === 'concluded' ? <p>{m.concluded()}</p> : null}
          {mayDownload ? (
            <p>
              <a className="btn" href={`/v1/payment-files/${id}/document`} download={`${id}.xml`}>
                {m.download()}
              </a>{' '}
              <small className="quiet">{m.downloadHint()}</small>
            </p>
          ) : null}
          <Acts item={{ ...file, id }} given={({ operation }) => (operation === 'answerPaymentFile' ? undefined : {})} />
          {mayAnswer ? <Answer file={id} /> : null}
        </section>
        <section className="part" aria-labelledby="h-history">
          <h2 id="h-history">{m.history()}</h2>
          <History timeline="getPaymentFileTimeline" id={id} names={names} more={m.more()} />
        </section>
      </div>
      <Transfers file={file} />
    </>
  );
}
