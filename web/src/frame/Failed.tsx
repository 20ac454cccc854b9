import { useRouter } from '@tanstack/react-router';
import * as m from '#messages';
import { ApiProblem, isNotThere } from '../api/problems.ts';
import { Icon } from '../parts/Icon.tsx';
import { NotThere } from './NotThere.tsx';

/** Says first that nothing was changed, then what went wrong and how to go on. */
export function Failed({ error }: { readonly error: unknown }) {
  const router = useRouter();
  if (isNotThere(error)) return <NotThere />;
  const { problem, reference } = error instanceof ApiProblem ? error : { problem: undefined, reference: '' };
  return (
    <div className="say bad" role="alert">
      <Icon name="late" size={20} />
      <div>
        <h1>{m.failed()}</h1>
        <p>
          {m.failedNothingChanged()} {problem?.detail ?? ''}
        </p>
        <p>
          <button className="btn" type="button" onClick={() => void router.invalidate()}>
            {m.tryAgain()}
          </button>
        </p>
        {reference === '' ? null : (
          <p>
            <small className="mono">{m.reference({ id: reference })}</small>
          </p>
        )}
      </div>
    </div>
  );
}
