import * as milestones from '#messages/milestones';
import { acts } from '#messages/milestones';
import * as m from '#messages/reporting';
import { personName } from '../acts/words.ts';
import type { Schemas } from '../base/api/client.ts';
import { list, numberText } from '../base/parts/locale.ts';
import { Headed } from '../base/parts/Table.tsx';

const KILO = 1_000;

type Props = {
  readonly files: readonly Schemas['EvidenceFile'][];
  readonly names: Schemas['Names'];
  readonly onRemove?: (hash: string, name: string) => void;
};

/** The files of a report. They are downloaded, never shown within the page. */
export function FileTable({ files, names, onRemove }: Props) {
  if (files.length === 0) return <p className="quiet">{m.files({ count: 0 })}</p>;
  return (
    <Headed
      label={milestones.evidence()}
      of={[{ title: milestones.file() }, { title: milestones.size(), isFigure: true }, { title: m.addedBy() }, { title: 'SHA-256' }]}
      ahead={onRemove ? <Ahead /> : null}
    >
      <tbody>
        {files.map(({ hash, name = milestones.download(), size, uploads, usedBefore }) => (
          <tr key={hash} role="row">
            <th scope="row" role="rowheader">
              <a className="fn" href={`/v1/evidence/${hash}`} download>
                {name}
              </a>
              {usedBefore.length > 0 ? <small className="late">{milestones.usedBefore({ count: usedBefore.length })}</small> : null}
            </th>
            <td role="cell" data-h={milestones.size()} className="r num">
              <div>{milestones.bytes({ kilobytes: numberText(Math.ceil(Number.parseInt(size, 10) / KILO)) })}</div>
            </td>
            <td role="cell" data-h={m.addedBy()}>
              <div>{list(uploads.map(({ person }) => personName(names, person)))}</div>
            </td>
            <td role="cell" data-h="SHA-256">
              <div>
                <span className="mono">{hash}</span>
              </div>
            </td>
            {onRemove ? (
              <td role="cell" className="r">
                <button className="btn small" type="button" onClick={() => onRemove(hash, name)}>
                  {m.remove({ name })}
                </button>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Headed>
  );
}

/** The head of the column of what can be done with a row. */
export const Ahead = () => (
  <th scope="col" role="columnheader">
    <span className="vh">{acts()}</span>
  </th>
);
