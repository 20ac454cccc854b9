import { lazy } from 'react';
import * as milestones from '#messages/milestones';
import { acts } from '#messages/milestones';
import * as m from '#messages/reporting';
import { personName } from '../acts/words.ts';
import type { Schemas } from '../base/api/client.ts';
import { list, numberText } from '../base/parts/locale.ts';
import { More } from '../base/parts/More.tsx';
import { isShown } from './shown.ts';

const KILO = 1_000;
/** Of a file without a name, so much of its hash is what it is called. */
const FEW = 12;

const Preview = lazy(async () => ({ default: (await import('./Preview.tsx')).Preview }));

type Props = {
  readonly files: readonly Schemas['EvidenceFile'][];
  readonly names: Schemas['Names'];
  readonly onRemove?: (hash: string, name: string) => void;
};

/** The files of a report, each to be downloaded; pictures, tables and texts are looked into within the page, once somebody asks for it. */
export function FileTable({ files, names, onRemove }: Props) {
  if (files.length === 0) return <p className="quiet">{m.files({ count: 0 })}</p>;
  return (
    <ul className="files" aria-label={milestones.evidence()}>
      {files.map((file) => {
        const { hash, mediaType = '', size, uploads, usedBefore, looksLike } = file;
        const others = [...new Set([...usedBefore, ...looksLike])];
        const name = file.name ?? hash.slice(0, FEW);
        return (
          <li key={hash}>
            <div className="row far">
              <a className="fn" href={`/v1/evidence/${hash}`} download>
                {file.name ?? milestones.download()}
              </a>
              {onRemove ? (
                <button className="btn small" type="button" onClick={() => onRemove(hash, name)}>
                  {m.remove({ name })}
                </button>
              ) : null}
            </div>
            <small className="quiet">
              {milestones.bytes({ kilobytes: numberText(Math.ceil(Number.parseInt(size, 10) / KILO)) })}
              {' · '}
              {list(uploads.map(({ person }) => personName(names, person)))}
            </small>
            {usedBefore.length > 0 ? <small className="late">{milestones.usedBefore({ count: usedBefore.length })}</small> : null}
            {looksLike.length > 0 ? <small className="late">{m.looksLike({ count: looksLike.length })}</small> : null}
            {others.length > 0 ? (
              <span className="row">
                {others.map((milestone, at) => (
                  <a key={milestone} href={`/milestones/${milestone}`}>
                    {m.compareWith({ number: at + 1, name })}
                  </a>
                ))}
              </span>
            ) : null}
            <small className="quiet">
              SHA-256 <span className="mono">{hash}</span>
            </small>
            {isShown(mediaType) ? (
              <More title={m.preview({ name })}>
                <Preview hash={hash} name={name} mediaType={mediaType} />
              </More>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** The head of the column of what can be done with a row. */
export const Ahead = () => (
  <th scope="col" role="columnheader">
    <span className="vh">{acts()}</span>
  </th>
);
