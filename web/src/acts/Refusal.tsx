import { Suspense } from 'react';
import type { Schemas } from '../api/client.ts';
import { useRefusalText } from './words.ts';

type Props = {
  readonly type: string | undefined;
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
  readonly names?: Schemas['Names'] | undefined;
  /** What is said where this version has no words for it. */
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
