import { lazy, Suspense, useState } from 'react';
import type { Schemas } from '../../base/api/client.ts';
import type { Given } from '../../opened/Act.tsx';
import type { Proof } from './Proofs.tsx';

// They come with the form.
const Proofs = lazy(async () => ({ default: (await import('./Proofs.tsx')).Proofs }));

/** Evidence is named once its files are uploaded: fields in addition to those of the form. */
export function useProofs({ names = {} }: Pick<Schemas['Agreement'], 'names'>): Pick<Given, 'body' | 'own'> {
  const [proofs, setProofs] = useState<readonly Proof[]>([]);
  const show = () => (
    <Suspense fallback={null}>
      <Proofs proofs={proofs} names={names} onChange={setProofs} />
    </Suspense>
  );
  return { body: { evidence: proofs.map(({ hash }) => hash) }, own: { isReadable: true, faultsOf: () => ({}), show } };
}

/** They are downloaded, never shown within the page. */
export const Proven = ({ of }: { readonly of: readonly string[] }) => (
  <ul>
    {of.map((hash) => (
      <li key={hash}>
        <a className="mono" href={`/v1/evidence/${hash}`} download>
          {hash}
        </a>
      </li>
    ))}
  </ul>
);
