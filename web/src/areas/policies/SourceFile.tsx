import * as form from '#messages/policy-form';
import type { Draft, Values } from '../../forms/drafts.ts';
import { AddFiles } from '../../uploads/AddFiles.tsx';
import { useUploads } from '../../uploads/uploads.ts';

type Props = { readonly number: number; readonly values: Values; readonly onChange: Draft['change'] };

/** The file of a source, where it is kept here: the last one that was chosen. */
export function SourceFile({ number, values, onChange }: Props) {
  const name = `sources.${number - 1}.file`;
  const uploads = useUploads((hash) => onChange(name, hash));
  return (
    <>
      <AddFiles uploads={uploads} names={{}} label={form.sourceFile({ number })} isOne={true} />
      {values[name] ? (
        <p className="row" role="status">
          <span>{form.fileIsKept()}</span>
          <button className="btn small" type="button" onClick={() => onChange(name, '')}>
            {form.withoutFile({ number })}
          </button>
        </p>
      ) : null}
    </>
  );
}
