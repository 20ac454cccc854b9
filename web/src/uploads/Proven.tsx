import { lazy, Suspense, useState } from 'react';
import { attachDocument } from '#messages/parts';
import type { Schemas } from '../base/api/client.ts';
import type { Given } from '../opened/Act.tsx';
import type { Proof } from './AddFiles.tsx';

// They come with the form.
const Proofs = lazy(async () => ({ default: (await import('./AddFiles.tsx')).Proofs }));

type Of = Pick<Schemas['Agreement'], 'names'>;
type FilesOf = Required<Pick<Given, 'own'>> & { readonly hashes: readonly string[] };

/** Files are named once they are uploaded: fields in addition to those of the form. */
function useFiles({ names = {} }: Of): FilesOf {
  const [proofs, setProofs] = useState<readonly Proof[]>([]);
  const show = () => (
    <Suspense fallback={null}>
      <Proofs proofs={proofs} names={names} onChange={setProofs} />
    </Suspense>
  );
  return { hashes: proofs.map(({ hash }) => hash), own: { isReadable: true, faultsOf: () => ({}), show } };
}

/** The evidence of what is stated. */
export function useProofs(of: Of): Pick<Given, 'body' | 'own'> {
  const { hashes, own } = useFiles(of);
  return { body: { evidence: hashes }, own };
}

/** The one file that shows what is recorded: the one that was attached last. */
export function useDocument(of: Of): Pick<Given, 'body' | 'own'> {
  const { hashes, own } = useFiles(of);
  const document = hashes.at(-1);
  const faults = document === undefined ? { document: attachDocument() } : {};
  return { body: { document: document ?? '' }, own: { ...own, isReadable: document !== undefined, faultsOf: () => faults } };
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
