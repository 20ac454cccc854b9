import { useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';
import { inLocale } from '../base/parts/locale.ts';

/** The declarations that cities may sign, by what they are called. */
export function useDeclarations(): readonly (readonly [id: string, title: string])[] {
  const { data } = useSuspenseQuery({
    queryKey: keys.list('declarations', { of: 'judging' }),
    queryFn: ({ signal }) => api.operations.listDeclarations({}, { signal }),
  });
  return data.declarations.flatMap(({ id, inForce, versions }) => {
    const version = versions.find(({ number }) => number === inForce);
    return version ? [[id, inLocale(version.text.title)] as const] : [];
  });
}
