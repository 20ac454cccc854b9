import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { menuOwnLearning, menuTrainings } from '#messages';
import * as m from '#messages/certificates';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { useSession } from '../../base/api/session.ts';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { dayText, momentText } from '../../base/parts/locale.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { Table } from '../../base/parts/Table.tsx';

type Session = Schemas['TrainingSession'];

/** The sessions that one has asked for, and one's own certificates. */
export function Page() {
  const { data } = useSuspenseQuery({
    queryKey: keys.list('training-sessions', { of: 'me' }),
    queryFn: ({ signal }) => api.operations.getOwnLearning({ with: 'names' }, { signal }),
  });
  const { sessions, certificates } = data;
  return (
    <>
      <PageHead title={menuOwnLearning()} below={<p>{m.ownAbout()}</p>} aside={<Link to="/trainings">{menuTrainings()}</Link>} />
      <section className="part" aria-labelledby="h-own">
        <h2 id="h-own">{m.ownCertificates()}</h2>
        {certificates.length === 0 ? (
          <p className="quiet">{m.noCertificates()}</p>
        ) : (
          <Table
            label={m.ownCertificates()}
            rows={certificates}
            keyOf={({ id }) => id}
            columns={[
              { title: m.certificate(), cell: ({ id, text }) => <ItemLink id={id}>{text.title}</ItemLink> },
              { title: m.theCode(), cell: ({ code }) => (code ? <ToCheck code={code} /> : null) },
              { title: m.issued(), cell: ({ issuedAt }) => (issuedAt ? dayText(issuedAt) : null) },
              { title: m.validUntil(), cell: ({ validUntil }) => (validUntil ? dayText(validUntil) : null) },
              { title: m.state(), cell: ({ status }) => <StatusOf of="certificateStatus" status={status} /> },
            ]}
          />
        )}
      </section>
      <section className="part" aria-labelledby="h-sessions">
        <h2 id="h-sessions">{m.ownSessions()}</h2>
        {sessions.length === 0 ? <p className="quiet">{m.noOwnSessions()}</p> : <OwnSessions sessions={sessions} />}
      </section>
    </>
  );
}

const ToCheck = ({ code }: { readonly code: string }) => (
  <Link className="mono" to="/c/$code" params={{ code }}>
    {code}
  </Link>
);

function OwnSessions({ sessions }: { readonly sessions: readonly Session[] }) {
  const person = useSession()?.person;
  const ownOf = ({ enrolments }: Session) => enrolments.findLast((each) => each.person === person);
  return (
    <Table
      label={m.ownSessions()}
      rows={sessions}
      keyOf={({ id }) => id}
      columns={[
        { title: m.session(), cell: ({ id, title }) => <ItemLink id={id}>{title}</ItemLink> },
        { title: m.when(), cell: ({ plan }) => momentText(plan.meetings[0]?.from ?? '') },
        {
          title: m.state(),
          cell: (session) => {
            const own = ownOf(session);
            return own ? <StatusOf of="enrolmentStatus" status={own.status} /> : null;
          },
        },
      ]}
    />
  );
}
