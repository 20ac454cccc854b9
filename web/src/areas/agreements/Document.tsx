import { useState } from 'react';
import * as m from '#messages/agreements';
import { fieldLabel } from '../../acts/words.ts';
import type { Given } from '../../opened/Act.tsx';

const hex = (bytes: ArrayBuffer): string => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A file that stays with its reader: what is named by it is the hash of its bytes. */
export function useDocument(): Pick<Given, 'body' | 'own'> {
  const [document, setDocument] = useState('');
  const choose = async (file: File | undefined): Promise<void> =>
    setDocument(file ? hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())) : '');
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
