import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy } from 'react';
import { menuCertificates, menuOwnLearning } from '#messages';
import * as m from '#messages/certificates';
import { Acts } from '../../acts/Acts.tsx';
import { personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { Icon } from '../../base/parts/Icon.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { dayText, numberText } from '../../base/parts/locale.ts';
import { More } from '../../base/parts/More.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';

// Few ask what became of the others.
const Training = lazy(async () => ({ default: (await import('./Training.tsx')).Training }));

const route = getRouteApi('/members/certificates/$id');

/** A certificate, for its holder and for those who decide on it. */
export function Page() {
  const { id } = route.useParams();
  const { data: reader } = useSuspenseQuery(sessionQuery);
  const { data: certificate } = useSuspenseQuery(itemQuery('getCertificate', id));
  const { status, holder, text, code, contact, names = {} } = certificate;
  const isOwn = holder === reader?.person;
  return (
    <ItemPage
      title={text.title}
      up={isOwn ? <Link to="/learning">{menuOwnLearning()}</Link> : <Link to="/certificates">{menuCertificates()}</Link>}
      crumbs={[code || m.notIssuedYet()]}
      state={
        <p className="row">
          <StatusOf of="certificateStatus" status={status} />
        </p>
      }
      aside={
        isOwn && code ? (
          <a className="btn" href={`/v1/certificates/${id}/credential`} download={`${code}.jwt`}>
            <Icon name="out" /> {m.credentialFile()}
          </a>
        ) : null
      }
      history={{ title: m.history(), timeline: 'getCertificateTimeline', id, names, more: m.more() }}
    >
      <Acts
        item={certificate}
        given={({ operation }) =>
          operation === 'nameHolder' ? { initial: { contact: contact ?? '' }, hints: { contact: m.nameHint() } } : {}
        }
      />
      <What certificate={certificate} />
      <More title={m.theTraining()}>
        <Training session={certificate.session} />
      </More>
    </ItemPage>
  );
}

function What({ certificate }: { readonly certificate: Schemas['Certificate'] }) {
  const { holder, organisation, text, code, issuedAt, validUntil, contact, revocation, revokedAt, note, session, names = {} } = certificate;
  return (
    <Facts
      of={[
        [m.holder(), personName(names, holder)],
        [
          m.organisation(),
          <ItemLink key="of" id={organisation}>
            {names[organisation]?.text ?? organisation}
          </ItemLink>,
        ],
        [
          m.session(),
          <ItemLink key="session" id={session}>
            {m.days({ from: dayText(text.firstDay), to: dayText(text.lastDay) })}
          </ItemLink>,
        ],
        [m.whatItTook(), m.hoursOf({ attended: numberText(text.attended), hours: numberText(text.hours), needed: text.attendancePercent })],
        [m.exercise(), text.exercise],
        [
          m.theCode(),
          code ? (
            <Link key="code" className="mono" to="/c/$code" params={{ code }}>
              {code}
            </Link>
          ) : null,
        ],
        [m.issued(), issuedAt ? dayText(issuedAt) : null],
        [m.validUntil(), validUntil ? dayText(validUntil) : null],
        [m.shownAs(), contact ? <span dir="auto">{contact}</span> : null],
        [m.revoked(), revocation ? m.reasonIs({ reason: revocation }) : null],
        [m.revokedAt(), revokedAt ? dayText(revokedAt) : null],
        [m.why(), note ? <blockquote dir="auto">{note}</blockquote> : null],
      ]}
    />
  );
}
