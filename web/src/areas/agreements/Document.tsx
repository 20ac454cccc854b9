import { useState } from 'react';
import * as m from '#messages/agreements';
import { fieldLabel } from '../../acts/words.ts';
import { sha256 } from '../../base/parts/sha256.ts';
import type { Given } from '../../opened/Act.tsx';

/** A file that stays with its reader: what is named by it is the hash of its bytes. */
export function useDocument(): Pick<Given, 'body' | 'own'> {
  const [document, setDocument] = useState('');
  const choose = async (file: File | undefined): Promise<void> => setDocument(file ? await sha256(await file.arrayBuffer()) : '');
  const show = () => (
    <label className="field">
      <span>{fieldLabel('document')}</span>
      <input type="file" onChange={(event) => void choose(event.currentTarget.files?.[0])} />
      <small className="quiet">{m.documentStays()}</small>
      {document === '' ? null : <span className="mono">{document}</span>}
    </label>
  );
  return { body: { document }, own: { isReadable: document !== '', faultsOf: () => ({}), show } };
}
