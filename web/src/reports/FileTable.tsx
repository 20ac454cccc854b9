import { lazy } from 'react';
import * as milestones from '#messages/milestones';
import { acts } from '#messages/milestones';
import * as m from '#messages/reporting';
import { personName } from '../acts/words.ts';
import type { Schemas } from '../base/api/client.ts';
import { Icon } from '../base/parts/Icon.tsx';
import { dayText, list, momentText, numberText } from '../base/parts/locale.ts';
import { More } from '../base/parts/More.tsx';
import { ringAndTone } from '../base/parts/Status.tsx';
import { isShown } from './shown.ts';

const KILO = 1_000;
const METRES = 1_000;
/** Of a file without a name, so much of its hash is what it is called. */
const FEW = 12;

const Preview = lazy(async () => ({ default: (await import('./Preview.tsx')).Preview }));

type File = Schemas['EvidenceFile'];

const ASKED_AGAIN_MS = 5_000;
/** How soon a query about files asks again: while one of them is being scanned. */
export const untilScanned = (files: readonly File[] = []): number | false =>
  files.some(({ scan }) => scan?.state === 'pending') ? ASKED_AGAIN_MS : false;

type Props = {
  readonly files: readonly File[];
  readonly names: Schemas['Names'];
  readonly onRemove?: (hash: string, name: string) => void;
};

/**
 * The files of a report, each to be downloaded; pictures, tables and texts are looked into within the page, once somebody asks for it. One
 * that is held for what a scanner found, or has yet to find, is neither.
 */
export function FileTable({ files, names, onRemove }: Props) {
  if (files.length === 0) return <p className="quiet">{m.files({ count: 0 })}</p>;
  return (
    <ul className="files" aria-label={milestones.evidence()}>
      {files.map((file) => {
        const { hash, mediaType = '', size, uploads, usedBefore, looksLike, scan, taken } = file;
        const isHeld = scan !== undefined && scan.state !== 'clean';
        const others = [...new Set([...usedBefore, ...looksLike])];
        const name = file.name ?? hash.slice(0, FEW);
        return (
          <li key={hash}>
            <div className="row far">
              {isHeld ? (
                <span className="fn">{name}</span>
              ) : (
                <a className="fn" href={`/v1/evidence/${hash}`} download>
                  {file.name ?? milestones.download()}
                </a>
              )}
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
            {scan ? <Scan of={scan} /> : null}
            {taken ? <Taken of={taken} /> : null}
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
            {isShown(mediaType) && !isHeld ? (
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

const SCANS = { clean: 'done good', infected: 'no bad', pending: 'wait wait' } satisfies Record<Schemas['FileScan']['state'], string>;

/** What a scanner for viruses found in a file, and when. */
function Scan({ of: { state, at, found } }: { readonly of: Schemas['FileScan'] }) {
  const [ring, tone] = ringAndTone(SCANS, state);
  return (
    <small className="row" role="status">
      <span className={`tag ${tone}`}>
        <Icon name={ring} />
        <span>{m.scan({ state })}</span>
      </span>
      {at ? <span className="quiet">{momentText(at)}</span> : null}
      {found ? <span className="mono">{found}</span> : null}
    </small>
  );
}

/** When and where a picture was taken, as it says itself, and what is to be asked about that. */
function Taken({ of: { at, latitude, longitude, metresFromPlace, remarks } }: { readonly of: Schemas['PictureTaken'] }) {
  const day = at === undefined ? [] : [dayText(at)];
  const point = latitude === undefined ? [] : [`${latitude}, ${longitude}`];
  const place = metresFromPlace === undefined ? point : [m.takenNear({ kilometres: numberText(Math.round(metresFromPlace / METRES)) })];
  return (
    <>
      <small className="quiet">{m.takenSays({ said: [...day, ...place].join(' · ') })}</small>
      {remarks.map((remark) => (
        <small key={remark} className="late">
          {m.pictureRemark({ remark })}
        </small>
      ))}
    </>
  );
}

/** The head of the column of what can be done with a row. */
export const Ahead = () => (
  <th scope="col" role="columnheader">
    <span className="vh">{acts()}</span>
  </th>
);
