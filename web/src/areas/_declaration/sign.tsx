import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import * as common from '#messages';
import * as m from '#messages/joining';
import { signInAt, useSession } from '../../base/api/session.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { PrintButton } from '../../base/parts/PrintButton.tsx';
import { Rail } from './Rail.tsx';
import { declarationsQuery, inForceOf, registerQuery } from './shared/queries.ts';
import { Way } from './Way.tsx';
import { medianDays } from './ways.ts';

// They are for the officers of cities, and of the secretariat.
const Invite = lazy(async () => ({ default: (await import('./Invite.tsx')).Invite }));
// Most visitors only read.
const Enquire = lazy(async () => ({ default: (await import('./Enquire.tsx')).Enquire }));
const Interest = lazy(async () => ({ default: (await import('./Interest.tsx')).Interest }));

/** How a city signs, for everybody: what is done by whom, what to have at hand, and how long it took others. */
export function PublicPage() {
  const session = useSession();
  const isMember = Boolean(session);
  const { data: register } = useQuery(registerQuery(isMember));
  const { data: declared } = useQuery(declarationsQuery(isMember));
  const days = medianDays(register?.rows ?? []);
  const open = (declared?.rows ?? []).filter(({ inForce }) => inForce > 0);
  const [declaration] = open;
  const version = declaration && inForceOf(declaration);
  return (
    <>
      <PageHead
        title={m.signTheDeclaration()}
        way={
          <ol className="crumbs">
            <li>
              <Link to="/signatories">{m.signatories()}</Link>
            </li>
          </ol>
        }
        below={<p className="quiet">{days === undefined ? m.nobodyYet() : m.othersTook({ days })}</p>}
        aside={
          <>
            {declaration ? (
              <Link className="btn bare" to="/declarations/$id" params={{ id: declaration.id }}>
                {m.readTheText()}
              </Link>
            ) : null}
            <PrintButton />
          </>
        }
      />
      {session === null ? (
        <>
          <p>
            {m.citiesSignInToBegin()} <a href={signInAt('/sign')}>{common.signIn()}</a>
          </p>
          <Write />
        </>
      ) : null}
      {session?.roles.some((role) => role.startsWith('proposer.')) ? (
        <Suspense fallback={null}>
          <Interest declarations={open} organisation={session.organisation} />
        </Suspense>
      ) : null}
      {session?.roles.includes('secretariat.officer') ? (
        <Suspense fallback={null}>
          <Invite />
        </Suspense>
      ) : null}
      <div className="rep">
        <div>
          <Way />
        </div>
        <Rail version={version} />
      </div>
    </>
  );
}

/** Who has no account writes to the secretariat. */
function Write() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <p className="acts">
        <button className="btn" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {m.writeForYourCity()}
        </button>
      </p>
      {isOpen ? (
        <Suspense fallback={null}>
          <Enquire />
        </Suspense>
      ) : null}
    </>
  );
}
