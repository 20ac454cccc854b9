import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages/certificates';
import { type AnswerOf, api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { ApiProblem } from '../../base/api/problems.ts';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { type Fact, Facts } from '../../base/parts/Facts.tsx';
import { dayText, languageName, list, momentText, numberText, shareText } from '../../base/parts/locale.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { PrintButton } from '../../base/parts/PrintButton.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { Qr } from '../../prints/Qr.tsx';
import { AskCode } from './AskCode.tsx';

const route = getRouteApi('/everybody/c/$code');

type Checked = AnswerOf<'checkCertificate'>;

const checkQuery = (code: string) =>
  queryOptions({
    queryKey: keys.list('certificate-check', { code }),
    // Each try counts, and what is wrong with a code stays so.
    retry: false,
    queryFn: ({ signal }) => api.operations.checkCertificate({ code, with: 'names' }, { signal }),
  });

/** What a certificate says, for everybody who has the paper: all that is written there, and whether it is valid. */
export function PublicPage() {
  const { code } = route.useParams();
  const { data, error } = useQuery(checkQuery(code));
  if (error) return <NotGood code={code} error={error} />;
  if (!data) return <Loading />;
  return (
    <>
      <PageHead title={m.certificateIs({ code: data.code })} below={<p>{m.nobodySignsIn()}</p>} aside={<PrintButton />} />
      <div className="two">
        <Verdict of={data} />
        <Paper of={data} />
      </div>
      <AskCode key={code} typed="" />
    </>
  );
}

const TOO_MANY = 429;
const MISTYPED = '/problems/code-is-mistyped';
const UNKNOWN = '/problems/certificate-not-found';

/** What is typed wrongly is said apart from what was never given; the register shows no more. */
function NotGood({ code, error }: { readonly code: string; readonly error: Error }) {
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  const isTooOften = problem?.status === TOO_MANY;
  if (!isTooOften && problem?.type !== MISTYPED && problem?.type !== UNKNOWN) throw error;
  return (
    <>
      <PageHead title={m.checkTitle()} below={<p>{m.nobodySignsIn()}</p>} />
      <Say kind={isTooOften ? 'wait' : 'bad'} isNews>
        <p>
          <b className="mono">{code}</b>
        </p>
        <p>{isTooOften ? m.tooOften() : problem?.type === MISTYPED ? m.mistyped() : m.notKnown()}</p>
      </Say>
      <AskCode key={code} typed={code} />
    </>
  );
}

const daysOf = ({ text: { firstDay, lastDay } }: Checked): string =>
  firstDay === lastDay ? dayText(firstDay) : m.days({ from: dayText(firstDay), to: dayText(lastDay) });

const levelsOf = ({ text: { dimensions, fromLevel, toLevel } }: Checked, dimensionName: (code: string) => string): string =>
  m.levels({ dimensions: list(dimensions.map(dimensionName)), from: numberText(fromLevel), to: numberText(toLevel) });

function holderOf({ naming, holderName, organisation = '', names = {} }: Checked) {
  if (naming === 'named') return <span dir="auto">{holderName}</span>;
  if (naming === 'no-longer-named') return m.noLongerNamed();
  return m.personOf({ organisation: names[organisation]?.text ?? 'none' });
}

const WHOLE = 10_000;

/** Whether it is valid, and everything that the paper says. */
function Verdict({ of }: { readonly of: Checked }) {
  const dimensionName = useCodeNames('dimensions');
  const { standing, asOf, text, issuedAt, validUntil, revokedAt, revocation, key, keyFrom } = of;
  const { hours, attended, attendancePercent, exercise } = text;
  const facts: readonly Fact[] = [
    [m.givenTo(), holderOf(of)],
    [
      m.forWhat(),
      <Link key="for" to="/trainings/$id" params={{ id: text.training }}>
        {m.titleAndCourse({ title: text.title, course: text.course })}
      </Link>,
    ],
    [
      m.whatItTook(),
      m.took({
        hours,
        attended,
        share: shareText(Math.round((attended * WHOLE) / hours)),
        needed: attendancePercent,
        exercise: exercise || 'none',
      }),
    ],
    [m.raises(), levelsOf(of, dimensionName)],
    [m.when(), `${daysOf(of)}, ${m.modeIs({ mode: text.mode })}`],
    [m.issued(), m.issuedOn({ day: dayText(issuedAt) })],
    [m.validUntil(), validUntil ? dayText(validUntil) : m.withoutEnd()],
    [m.revoked(), standing === 'revoked' && revokedAt ? m.revokedOn({ day: dayText(revokedAt), reason: revocation ?? 'none' }) : null],
    [m.issuer(), m.secretariat()],
    [m.proof(), <Proof key="proof" of={key} from={keyFrom} />],
  ];
  return (
    <section aria-labelledby="h-verdict">
      <h2 id="h-verdict" className="verdict">
        <StatusOf of="certificateStanding" status={standing} />
      </h2>
      <p>{m.standing({ standing, day: dayText(standing === 'revoked' ? (revokedAt ?? '') : (validUntil ?? asOf)) })}</p>
      <p className="quiet">{m.compare({ moment: momentText(asOf) })}</p>
      <Facts of={facts} />
      <div className="acts">
        <a className="btn" href="/v1/public/certificate-keys" download="certificate-keys.json">
          {m.keysFile()}
        </a>
        <a className="btn" href="/v1/public/certificate-status/1" download="certificate-status.jwt">
          {m.statusFile()}
        </a>
      </div>
      <details className="more">
        <summary>{m.withoutNetwork()}</summary>
        <p>{m.withoutNetworkHow()}</p>
        <p>
          <code>npm run junkan -- verify-certificate FILE</code>
        </p>
      </details>
      <details className="more">
        <summary>{m.otherAnswers()}</summary>
        <ul>
          <li>{m.mistyped()}</li>
          <li>{m.notKnown()}</li>
          <li>{m.otherExpired()}</li>
          <li>{m.otherRevoked()}</li>
          <li>{m.noLongerNamed()}</li>
        </ul>
      </details>
    </section>
  );
}

const Proof = ({ of, from = '' }: { readonly of: string; readonly from?: string | undefined }) => (
  <>
    Open Badges 3.0, RS256 <small className="mono">{of}</small> {from ? m.keySince({ day: dayText(from) }) : null}
  </>
);

/** The paper, as it is printed. */
function Paper({ of }: { readonly of: Checked }) {
  const dimensionName = useCodeNames('dimensions');
  const { code, text, issuedAt, validUntil } = of;
  const address = `${window.location.origin}/c/${code}`;
  return (
    <section aria-label={m.thePaper()}>
      <div className="paper">
        <p className="eyebrow">{m.certificate()}</p>
        <h2>{text.title}</h2>
        <p>{m.paperSays({ attended: text.attended, hours: text.hours, exercise: text.exercise || 'none' })}</p>
        <Facts
          of={[
            [m.held(), `${daysOf(of)}, ${m.modeIs({ mode: text.mode })}, ${languageName(text.language)}`],
            [m.level(), levelsOf(of, dimensionName)],
            [m.issued(), dayText(issuedAt)],
            [m.validUntil(), validUntil ? dayText(validUntil) : m.withoutEnd()],
          ]}
        />
        <div className="seals">
          <Qr text={address} label={m.qrOf({ address })} />
          <div>
            <span className="mono">{code}</span>
            <br />
            <small className="quiet">{`${window.location.host}/c`}</small>
          </div>
        </div>
      </div>
    </section>
  );
}
