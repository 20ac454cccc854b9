import { type ReactNode, useId } from 'react';
import { FieldHead } from '../base/parts/FieldHead.tsx';

type Props = {
  readonly label: string;
  readonly hint: string;
  /** Endings and types, as the browser's choice of files takes them. */
  readonly accept: string;
  readonly isPending?: boolean;
  readonly onChosen: (file: File) => void;
  /** What became of the file. */
  readonly children?: ReactNode;
};

/** A field for one file at a time. The same file can be chosen again once it is mended. */
export function FileField({ label, hint, accept, isPending = false, onChosen, children }: Props) {
  const id = useId();
  return (
    <div className="field">
      <FieldHead id={id} label={label} hint={hint} />
      <input
        id={id}
        type="file"
        accept={accept}
        disabled={isPending}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file) onChosen(file);
        }}
      />
      {children}
    </div>
  );
}
