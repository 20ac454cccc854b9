import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { failedNothingChanged, reference } from '#messages';
import * as m from '#messages/forms';
import type { Schemas } from '../base/api/client.ts';
import { ApiProblem, isSignedOut, isStale, NoConnection } from '../base/api/problems.ts';
import { signInAt } from '../base/api/session.ts';
import { Say } from '../base/parts/Say.tsx';
import { useRefusalText } from './words.ts';

// It comes with the first refusal.
const Led = lazy(async () => ({ default: (await import('../opened/Led.tsx')).Led }));

/** Why an act was not taken, and that nothing was changed; or that no answer came, and that asking again is safe. */
export function Refused({ error, names = {} }: { readonly error: unknown; readonly names?: Schemas['Names'] | undefined }) {
  const { href } = useLocation();
  if (isSignedOut(error))
    return (
      <Say kind="info" isNews>
        <p>
          {m.sessionEndedTextKept()} <a href={signInAt(href)}>{m.signInAndGoOn()}</a>
        </p>
      </Say>
    );
  if (error instanceof NoConnection) return <NotSent />;
  if (!(error instanceof ApiProblem))
    return (
      <Say kind="wait" isNews>
        <p>{m.noAnswer()}</p>
      </Say>
    );
  const { type, facts, detail, correlationId } = error.problem;
  return (
    <Say kind={isStale(error) ? 'wait' : 'bad'} isNews>
      <p>
        <b>{failedNothingChanged()}</b>{' '}
        {isStale(error) ? (
          m.changedSinceRead()
        ) : (
          <Refusal type={type} facts={facts} names={names} otherwise={<span lang="en">{detail}</span>} />
        )}
      </p>
      {isStale(error) || !facts ? null : (
        <Suspense fallback={null}>
          <Led facts={facts} names={names} here={href} />
        </Suspense>
      )}
      {correlationId ? (
        <p>
          <small className="mono">{reference({ id: correlationId })}</small>
        </p>
      ) : null}
    </Say>
  );
}

/** That there is no connection, and nothing was sent. */
export const NotSent = () => (
  <Say kind="wait" isNews>
    <p>{m.notSentOffline()}</p>
  </Say>
);

type Props = {
  readonly type: string | undefined;
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
  readonly names?: Schemas['Names'] | undefined;
  /** Shown if this version has no words for it. */
  readonly otherwise?: React.ReactNode;
};

/** Why something is refused, in words. */
export const Refusal = (props: Props) => (
  <Suspense fallback={null}>
    <Told {...props} />
  </Suspense>
);

function Told({ type = '', facts, names, otherwise = null }: Props) {
  const refusalText = useRefusalText([type]);
  return refusalText(type, facts, names) ?? otherwise;
}
