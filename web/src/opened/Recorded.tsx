import { recordedAs } from '#messages/forms';
import { Say } from '../base/parts/Say.tsx';
import { doneText } from './done.ts';

type Props = { readonly operation: string; readonly version?: number | undefined };

/** That an act is recorded, and with which version of its item. */
export const Recorded = ({ operation, version }: Props) => (
  <Say kind="good" isNews>
    <p>
      <b>{doneText(operation)}</b> {version === undefined ? '' : recordedAs({ version })}
    </p>
  </Say>
);
