import type { Schemas } from '../base/api/client.ts';
import { useSession } from '../base/api/session.ts';
import type { Given } from '../opened/Act.tsx';
import { Acts } from './Acts.tsx';

type Props = Given & {
  readonly operation: Schemas['Permission']['operation'];
  /** Of whom one is needed. */
  readonly roles: readonly Schemas['Session']['roles'][number][];
  /** Nothing is left to begin: the last one is still shown. */
  readonly isOver?: boolean;
  /** Called with what the API answers. */
  readonly onDone?: (created: { readonly id?: string }) => void;
};

/** An act that creates an item, so that there is no item yet to say who may; others are not shown it. */
export function Begin({ operation, roles, isOver = false, onDone, ...given }: Props) {
  const session = useSession();
  if (!session?.roles.some((role) => roles.includes(role))) return null;
  const item = { id: '', may: isOver ? [] : [{ operation, answer: 'allowed' as const }] };
  return <Acts item={item} given={() => given} {...(onDone && { onDone: (_, created) => onDone(created) })} />;
}
