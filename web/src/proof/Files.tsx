import { useState } from 'react';
import * as m from '#messages/proof';
import { numberText } from '../base/parts/locale.ts';
import { Say } from '../base/parts/Say.tsx';
import { sha256 } from '../base/parts/sha256.ts';
import { FileField } from '../parts/FileField.tsx';
import type { Proof } from './proofs.ts';

type File = Proof['files'][number];
const KILO = 1_000;

/** What a file is called, or which one it is where that is not public. */
const nameOf = ({ name }: File, index: number): string => name ?? m.namelessFile({ number: index + 1 });

/** The files of a proof, each of which opens to its fingerprint. */
export const Files = ({ files }: { readonly files: readonly File[] }) => (
  <>
    <ul aria-label={m.files()}>
      {files.map((file, index) => (
        <li key={file.hash}>
          <details className="more">
            <summary>
              <span dir="auto">{nameOf(file, index)}</span>{' '}
              <small className="quiet">
                {m.fileIs({ type: file.mediaType ?? '', kilobytes: numberText(Math.ceil(Number.parseInt(file.size, 10) / KILO)) })}
              </small>
            </summary>
            <p>
              SHA-256 <span className="mono">{file.hash}</span>
            </p>
          </details>
        </li>
      ))}
    </ul>
    <p className="quiet">{m.contents()}</p>
  </>
);

type Checked = { readonly file: string; readonly hash: string | undefined };

/** A field for a file of the reader’s own: the browser says whether it is one of these. */
export function CheckFile({ files }: { readonly files: readonly File[] }) {
  const [checked, setChecked] = useState<Checked>();
  const check = async (file: globalThis.File): Promise<void> =>
    setChecked({ file: file.name, hash: await file.arrayBuffer().then(sha256, () => undefined) });
  return (
    <section className="part" aria-labelledby="h-check">
      <h2 id="h-check">{m.checkTitle()}</h2>
      <p>{m.checkHow()}</p>
      <FileField label={m.chooseFile()} hint={m.staysHere()} accept="" onChosen={(file) => void check(file)}>
        {checked ? <Outcome of={checked} files={files} /> : null}
      </FileField>
    </section>
  );
}

function Outcome({ of: { file, hash }, files }: { readonly of: Checked; readonly files: readonly File[] }) {
  const index = files.findIndex((each) => each.hash === hash);
  const found = files[index];
  if (hash === undefined)
    return (
      <Say kind="wait" isNews>
        <p>{m.cannotBeRead({ file })}</p>
      </Say>
    );
  return (
    <Say kind={found ? 'good' : 'bad'} isNews>
      <p>{found ? m.isListed({ file, name: nameOf(found, index) }) : m.isNotListed({ file, hash })}</p>
    </Say>
  );
}
