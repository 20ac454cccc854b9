import { Suspense } from 'react';
import type { Schemas } from '../api/client.ts';
import { useRefusalText } from './words.ts';

type Props = {
  readonly type: string | undefined;
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
  readonly names?: Schemas['Names'] | undefined;
};

/** Why something is refused, in words. */
export const Refusal = (props: Props) => (
  <Suspense fallback={null}>
    <Told {...props} />
  </Suspense>
);

function Told({ type = '', facts, names }: Props) {
  const refusalText = useRefusalText();
  return refusalText(type, facts, names) ?? null;
}
