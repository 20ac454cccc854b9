import { Link, useLocation, useRouter } from '@tanstack/react-router';
import * as m from '#messages';
import { ApiProblem, isNotThere, isRefused, isSignedOut } from '../api/problems.ts';
import { signInAt } from '../api/session.ts';
import { Icon } from '../parts/Icon.tsx';

/** Says first that nothing was changed, then what went wrong and how to go on. */
export function Failed({ error }: { readonly error: unknown }) {
  const { href } = useLocation();
  if (isNotThere(error)) return <NotThere />;
  if (isSignedOut(error))
    return (
      <div className="say info" role="alert">
        <Icon name="open" size={20} />
        <p>
          {m.sessionEnded()} <a href={signInAt(href)}>{m.signIn()}</a>
        </p>
      </div>
    );
  const { detail, correlationId: reference } = error instanceof ApiProblem ? error.problem : { detail: '', correlationId: '' };
  return (
    <div className="say bad" role="alert">
      <Icon name="late" size={20} />
      <div>
        <h1>{m.failed()}</h1>
        <p>
          {m.failedNothingChanged()} <span lang="en">{detail}</span>
        </p>
        <p>{isRefused(error) ? <Link to="/">{m.toPortfolio()}</Link> : <Again />}</p>
        {reference === '' ? null : (
          <p>
            <small className="mono">{m.reference({ id: reference })}</small>
          </p>
        )}
      </div>
    </div>
  );
}

function Again() {
  const router = useRouter();
  return (
    <button className="btn" type="button" onClick={() => void router.invalidate()}>
      {m.tryAgain()}
    </button>
  );
}

export const NotThere = () => (
  <>
    <title>{`${m.notThere()} · Junkan`}</title>
    <h1>{m.notThere()}</h1>
    <p>{m.notThereWhy()}</p>
    <p>
      <Link to="/">{m.toPortfolio()}</Link>
    </p>
  </>
);
