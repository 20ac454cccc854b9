import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import * as m from '#messages/reporting';
import { keys } from '../base/api/keys.ts';
import { Loading } from '../base/parts/Awaiting.tsx';
import { Say } from '../base/parts/Say.tsx';
import { sha256 } from '../base/parts/sha256.ts';
import { Scroll } from '../base/parts/Table.tsx';
import { shownAs } from './shown.ts';

const Printed = lazy(async () => ({ default: (await import('./Printed.tsx')).Printed }));

const MAX_ROWS = 200;
const MAX_LETTERS = 20_000;

/** What is at the address of a file; nothing where that is not the file of this hash. */
const bytesQuery = (hash: string) => ({
  queryKey: keys.part(hash, 'bytes'),
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<ArrayBuffer | null> => {
    const answer = await fetch(`/v1/evidence/${hash}`, { signal });
    if (!answer.ok) return null;
    const bytes = await answer.arrayBuffer();
    return (await sha256(bytes)) === hash ? bytes : null;
  },
});

type Props = { readonly hash: string; readonly name: string; readonly mediaType: string };

/** The content of a file. It is read as what it was checked to be, and nothing in it is run. */
export function Preview({ hash, name, mediaType }: Props) {
  const { data, isError } = useQuery(bytesQuery(hash));
  if (data === undefined && !isError) return <Loading />;
  if (!data)
    return (
      <Say kind="bad">
        <p>{m.noPreview()}</p>
      </Say>
    );
  switch (shownAs(mediaType)) {
    case 'picture':
      return <Picture bytes={data} mediaType={mediaType} name={name} />;
    case 'table':
      return <Rows text={textOf(data)} name={name} />;
    case 'printed':
      return (
        <Suspense fallback={<Loading />}>
          <Printed bytes={data} name={name} />
        </Suspense>
      );
    case 'text':
      return <Letters text={textOf(data)} />;
    case undefined:
      return null;
  }
}

const textOf = (bytes: ArrayBuffer): string => new TextDecoder().decode(bytes);

type PictureProps = { readonly bytes: ArrayBuffer; readonly mediaType: string; readonly name: string };

function Picture({ bytes, mediaType, name }: PictureProps) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mediaType]);
  return address ? <img className="preview" src={address} alt={name} /> : null;
}

type RowsProps = { readonly text: string; readonly name: string };

/** The first rows; the first of them are the heads. */
function Rows({ text, name }: RowsProps) {
  const { data: rows } = useQuery({
    queryKey: keys.part(name, text.slice(0, MAX_LETTERS)),
    queryFn: async () => {
      const { default: papa } = await import('papaparse');
      return papa.parse<string[]>(text, { preview: MAX_ROWS + 2, skipEmptyLines: true }).data;
    },
  });
  const [heads, ...all] = rows ?? [];
  if (!heads) return null;
  return (
    <>
      <Scroll label={name}>
        <table role="table">
          <thead>
            <tr role="row">
              {heads.map((head, at) => (
                <th key={at} scope="col" role="columnheader">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {all.slice(0, MAX_ROWS).map((row, number) => (
              <tr key={number} role="row">
                {heads.map((_, at) => (
                  <td key={at} role="cell">
                    {row[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {all.length > MAX_ROWS ? <p className="quiet">{m.previewIsCut()}</p> : null}
    </>
  );
}

const Letters = ({ text }: { readonly text: string }) => (
  <>
    <pre className="preview" dir="auto">
      {text.slice(0, MAX_LETTERS)}
    </pre>
    {text.length > MAX_LETTERS ? <p className="quiet">{m.previewIsCut()}</p> : null}
  </>
);
